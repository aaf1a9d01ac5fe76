package main

func raw(address uintptr)

func main() {
	raw(0)
}

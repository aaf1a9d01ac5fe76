package main

func main() {
	println("down and up")
}

package main

func main() {
	n := 1
	show := func() { println(n) }
	show()
}

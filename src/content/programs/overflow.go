package main

import "runtime/debug"

func forever(n int) int {
	return forever(n+1) + 1
}

func try() {
	defer func() {
		recover()
		println("line", 2)
	}()
	forever(0)
}

func main() {
	debug.SetMaxStack(1 << 20)
	println("line", 1)
	try()
	println("line", 3)
}

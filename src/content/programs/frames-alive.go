package main

import "runtime"

//go:noinline
func third() int {
	pc := make([]uintptr, 16)
	return runtime.Callers(1, pc)
}

//go:noinline
func second() int { return third() }

//go:noinline
func first() int { return second() }

func main() {
	// Less the two below main.
	println("frames", first()-2)
}

package main

import "testing"

func zeros(n int) int {
	xs := make([]int, n)
	return len(xs)
}

func count(n int) {
	c := testing.AllocsPerRun(100,
		func() { zeros(n) })
	println("length", n, "is", int(c))
}

func main() {
	count(4)
	count(5)
}

package main

import "testing"

type point struct{ x, y int }

func at(x int) *point {
	return &point{x, 1}
}

func main() {
	f := func() { _ = at(3).y }
	n := testing.AllocsPerRun(100, f)
	println("objects", int(n))
}

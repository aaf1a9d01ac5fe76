package main

import "testing"

type point struct{ x, y int }

func make3() *point {
	return &point{1, 2}
}

func sum() int {
	p := make3()
	return p.x + p.y
}

func main() {
	f := func() { sum() }
	n := testing.AllocsPerRun(100, f)
	println("objects", int(n))
}

package main

import "testing"

type point struct{ x, y int }

var sink *point

func newPoint() *point {
	return &point{1, 2}
}

func main() {
	count := testing.AllocsPerRun
	a := count(9, func() {
		newPoint()
	})
	b := count(9, func() {
		sink = newPoint()
	})
	println("dropped", int(a))
	println("kept", int(b))
}

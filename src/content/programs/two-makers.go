package main

import "testing"

type point struct{ x, y int }

func small() *point {
	return &point{1, 2}
}

//go:noinline
func fenced() *point {
	return &point{3, 4}
}

var total int

func main() {
	count := testing.AllocsPerRun
	a := count(9, func() {
		total += small().x
	})
	b := count(9, func() {
		total += fenced().x
	})
	println("small", int(a))
	println("fenced", int(b))
}

package main

import "testing"

type point struct{ x, y int }

var names = map[point]int{
	{x: 300, y: 400}: 7,
}

var got int

//go:noinline
func find(x, y int) int {
	return names[point{x: x, y: y}]
}

func main() {
	n := testing.AllocsPerRun(99,
		func() { got = find(300, 400) })
	println(got, find(400, 300))
	println("allocations", int(n))
}

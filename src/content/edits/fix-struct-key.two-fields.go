package main

import "testing"

type point struct {
	x int
	y int
}

var names = map[point]int{
	{300, 400}: 7,
}

var got int

//go:noinline
func find(x, y int) int {
	k := point{x, y}
	return names[k]
}

func main() {
	n := testing.AllocsPerRun(99,
		func() { got = find(300, 400) })
	println(got, find(400, 300))
	println("allocations", int(n))
}

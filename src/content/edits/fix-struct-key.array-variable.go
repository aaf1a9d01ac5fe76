package main

import "testing"

var names = map[[2]int]int{
	{300, 400}: 7,
	{30, 400}:  8,
}

var got int

//go:noinline
func find(x, y int) int {
	k := [2]int{x, y}
	return names[k]
}

func main() {
	n := testing.AllocsPerRun(99,
		func() { got = find(300, 400) })
	println(got, find(400, 300))
	println("allocations", int(n))
}

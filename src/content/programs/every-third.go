package main

import "testing"

var calls int
var kept *[4]int

func sometimes() {
	calls++
	if calls%3 == 0 {
		kept = new([4]int)
	}
}

func main() {
	count := testing.AllocsPerRun
	n := count(99, sometimes)
	println("calls", calls)
	println("average", int(n))
}

package main

import "testing"

// No call asks for more.
const most = 64

var total int

//go:noinline
func fold(n int) int {
	var mem [64]int
	tmp := mem[:n]
	for i := range tmp {
		tmp[i] = i * i
	}
	return tmp[n-1] - tmp[n/2]
}

func main() {
	n := testing.AllocsPerRun(99,
		func() { total = fold(40) })
	println(total, fold(64))
	println("allocations", int(n))
}

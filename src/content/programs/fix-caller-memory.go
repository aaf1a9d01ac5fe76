package main

import "testing"

var total int

//go:noinline
func count(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i * i
	}
	return out
}

//go:noinline
func last() int {
	all := count(64)
	return all[63] + all[8]
}

func main() {
	n := testing.AllocsPerRun(99,
		func() { total = last() })
	println(total)
	println("allocations", int(n))
}

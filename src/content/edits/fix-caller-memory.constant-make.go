package main

import "testing"

var total int

//go:noinline
func count(out []int) {
	for i := range out {
		out[i] = i * i
	}
}

//go:noinline
func last() int {
	all := make([]int, 64)
	count(all)
	return all[63] + all[8]
}

func main() {
	n := testing.AllocsPerRun(99,
		func() { total = last() })
	println(total)
	println("allocations", int(n))
}

package main

import "testing"

// No call asks for more.
const most = 64

var total int

//go:noinline
func fold(n int) int {
	tmp := make([]int, 0, most)
	for i := range n {
		tmp = append(tmp, i*i)
	}
	return tmp[n-1] - tmp[n/2]
}

func main() {
	n := testing.AllocsPerRun(99,
		func() { total = fold(40) })
	println(total, fold(64))
	println("allocations", int(n))
}

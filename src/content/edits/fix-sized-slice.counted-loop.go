package main

import "testing"

var keep []int

//go:noinline
func squares(n int) []int {
	out := make([]int, 0, n)
	for i := 0; i < n; i++ {
		out = append(out, i*i)
	}
	return out
}

func main() {
	n := testing.AllocsPerRun(99,
		func() { keep = squares(1000) })
	sum := 0
	for i, v := range keep {
		sum += i ^ v
	}
	println(len(keep), sum)
	println("allocations", int(n))
}

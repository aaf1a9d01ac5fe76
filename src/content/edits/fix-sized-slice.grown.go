package main

import (
	"slices"
	"testing"
)

var keep []int

//go:noinline
func squares(n int) []int {
	var out []int
	out = slices.Grow(out, n)
	for i := range n {
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

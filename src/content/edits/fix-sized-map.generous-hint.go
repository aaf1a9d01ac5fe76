package main

import "testing"

var keep map[int]int

//go:noinline
func index(n int) map[int]int {
	m := make(map[int]int, 2*n)
	for i := range n {
		m[i*7] = i
	}
	return m
}

func main() {
	n := testing.AllocsPerRun(99,
		func() { keep = index(1000) })
	sum := 0
	for k, v := range keep {
		sum += k ^ v
	}
	println(len(keep), sum)
	println("allocations", int(n))
}

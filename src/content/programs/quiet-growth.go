package main

import "testing"

var total int

func collect() {
	var xs []int
	for i := range 100 {
		xs = append(xs, i)
	}
	total += len(xs)
}

func main() {
	count := testing.AllocsPerRun
	n := count(9, collect)
	println("allocations", int(n))
}

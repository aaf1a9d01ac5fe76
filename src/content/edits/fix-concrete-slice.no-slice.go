package main

import "testing"

type point struct{ x, y int }

func (p point) sum() int {
	return p.x + p.y
}

type summer interface{ sum() int }

var total int

//go:noinline
func add(n int) (t int) {
	for i := range n {
		p := point{i, i * i}
		t += p.sum()
	}
	return t
}

func main() {
	n := testing.AllocsPerRun(99,
		func() { total = add(100) })
	println(total, add(7))
	println("allocations", int(n))
}

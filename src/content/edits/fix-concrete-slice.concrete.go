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
	all := make([]point, 0, 100)
	for i := range n {
		p := point{i, i * i}
		all = append(all, p)
	}
	for _, s := range all {
		t += s.sum()
	}
	return t
}

func main() {
	n := testing.AllocsPerRun(99,
		func() { total = add(100) })
	println(total, add(7))
	println("allocations", int(n))
}

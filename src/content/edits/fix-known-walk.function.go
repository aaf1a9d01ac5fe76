package main

import "testing"

type visit = func(int)

func each(n int, f visit) {
	for i := range n {
		f(i)
	}
}

var total int

//go:noinline
func sum(n int) int {
	s := 0
	each(n, func(i int) {
		s += i * i
	})
	return s
}

func main() {
	n := testing.AllocsPerRun(99,
		func() { total = sum(10) })
	println(total, sum(100))
	println("allocations", int(n))
}

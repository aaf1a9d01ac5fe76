package main

import "testing"

type holder struct{ n *int }

var total int

//go:noinline
func hold(v *int) *int {
	return v
}

//go:noinline
func twice(n int) int {
	i := n
	h := holder{hold(&i)}
	*h.n += n
	return i
}

func main() {
	n := testing.AllocsPerRun(99,
		func() { total += twice(5) })
	println(total, twice(21))
	println("allocations", int(n))
}

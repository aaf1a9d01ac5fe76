package main

import "testing"

type vec struct{ x, y, z int }

var sum int

//go:noinline
func add(a, b *vec) *vec {
	return &vec{
		a.x + b.x, a.y + b.y, a.z + b.z,
	}
}

func main() {
	a, b := vec{1, 2, 3}, vec{4, 5, 6}
	n := testing.AllocsPerRun(99,
		func() { sum += add(&a, &b).z })
	c := add(&a, &b)
	println(sum, c.x, c.y, c.z)
	println("allocations", int(n))
}

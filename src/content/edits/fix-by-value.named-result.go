package main

import "testing"

type vec struct{ x, y, z int }

var sum int

//go:noinline
func add(a, b *vec) (c vec) {
	c.x = a.x + b.x
	c.y = a.y + b.y
	c.z = a.z + b.z
	return c
}

func main() {
	a, b := vec{1, 2, 3}, vec{4, 5, 6}
	n := testing.AllocsPerRun(99,
		func() { sum += add(&a, &b).z })
	c := add(&a, &b)
	println(sum, c.x, c.y, c.z)
	println("allocations", int(n))
}

package main

import "testing"

type node struct {
	val  int
	next *node
}

var total int

//go:noinline
func chain(n int) (sum int) {
	var head *node
	all := make([]node, n)
	for i := range all {
		all[i] = node{i * i, head}
		head = &all[i]
	}
	p := head
	for p != nil {
		sum = sum*3%1000 + p.val
		p = p.next
	}
	return sum
}

func main() {
	n := testing.AllocsPerRun(99,
		func() { total = chain(100) })
	println(total, chain(7))
	println("allocations", int(n))
}

package main

import "testing"

type node struct {
	val  int
	next int
}

var total int

//go:noinline
func chain(n int) (sum int) {
	all := make([]node, n)
	head := -1
	for i := range all {
		all[i] = node{i * i, head}
		head = i
	}
	for head >= 0 {
		sum = sum*3%1000 + all[head].val
		head = all[head].next
	}
	return sum
}

func main() {
	n := testing.AllocsPerRun(99,
		func() { total = chain(100) })
	println(total, chain(7))
	println("allocations", int(n))
}

package main

import "testing"

type node struct{ next *node }

var ints []int
var ptrs []*int
var list *node

func useInts() {
	ints = make([]int, 100)
}

func usePtrs() {
	ptrs = make([]*int, 100)
	for i := range ptrs {
		ptrs[i] = new(int)
	}
}

func useList() {
	list = nil
	for range 100 {
		list = &node{list}
	}
}

func count(s string, f func()) {
	n := testing.AllocsPerRun(10, f)
	println(s, int(n))
}

func main() {
	count("ints", useInts)
	count("pointers", usePtrs)
	count("list", useList)
}

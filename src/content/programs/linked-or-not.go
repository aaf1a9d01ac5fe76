package main

import "testing"

type node struct {
	v    int
	next *node
}

type cell struct {
	v    int
	next int32
}

var head *node
var cells []cell

func linked() {
	head = nil
	for i := range 100 {
		head = &node{i, head}
	}
}

func indexed() {
	cs := make([]cell, 0, 100)
	for i := range 100 {
		n := int32(i - 1)
		cs = append(cs, cell{i, n})
	}
	cells = cs
}

func main() {
	count := testing.AllocsPerRun
	a := count(9, linked)
	b := count(9, indexed)
	println("linked", int(a))
	println("indexed", int(b))
}

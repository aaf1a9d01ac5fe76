package main

import "testing"

type item struct{ id, n int }

var total int

func values() {
	xs := make([]item, 0, 100)
	for i := range 100 {
		xs = append(xs, item{i, 1})
	}
	total += len(xs)
}

func pointers() {
	xs := make([]*item, 0, 100)
	for i := range 100 {
		xs = append(xs, &item{i, 1})
	}
	total += len(xs)
}

func main() {
	count := testing.AllocsPerRun
	v := int(count(9, values))
	println("values", v)
	p := int(count(9, pointers))
	println("pointers", p)
}

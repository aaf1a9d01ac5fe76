package main

import "testing"

type block [25]int

//go:noinline
func end(b block) int {
	return b[3]
}

//go:noinline
func mid(b block) int {
	return end(b)
}

//go:noinline
func fresh() *block {
	return &block{3: 1}
}

//go:noinline
func read(b *block) int {
	return b[3]
}

func main() {
	count := testing.AllocsPerRun
	v := count(9, func() {
		mid(block{3: 1})
	})
	p := count(9, func() {
		read(fresh())
	})
	println("values", int(v))
	println("pointers", int(p))
}

package main

import "testing"

type block [25]int

var kept *block

//go:noinline
func read(b *block) int {
	return b[3]
}

//go:noinline
func keep(b *block) {
	kept = b
}

func inside() {
	b := block{3: 1}
	read(&b)
}

func outside() {
	b := block{3: 1}
	keep(&b)
}

func main() {
	count := testing.AllocsPerRun
	a := count(9, inside)
	b := count(9, outside)
	println("read", int(a))
	println("keep", int(b))
}

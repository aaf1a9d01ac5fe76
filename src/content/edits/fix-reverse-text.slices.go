package main

import (
	"slices"
	"testing"
)

var keep string

//go:noinline
func reverse(s string) string {
	r := []rune(s)
	slices.Reverse(r)
	return string(r)
}

func main() {
	text := "stack and heap"
	n := testing.AllocsPerRun(99,
		func() { keep = reverse(text) })
	println(keep, reverse("栈 and 堆"))
	println("allocations", int(n))
}

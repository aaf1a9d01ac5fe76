package main

import "testing"

var keep string

//go:noinline
func reverse(s string) string {
	r := []rune(s)
	j := len(r) - 1
	for i := range len(r) / 2 {
		r[i], r[j-i] = r[j-i], r[i]
	}
	return string(r)
}

func main() {
	text := "stack and heap"
	n := testing.AllocsPerRun(99,
		func() { keep = reverse(text) })
	println(keep, reverse("栈 and 堆"))
	println("allocations", int(n))
}

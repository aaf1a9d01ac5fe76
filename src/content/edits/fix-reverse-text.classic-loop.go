package main

import "testing"

var keep string

//go:noinline
func reverse(s string) string {
	r := []rune(s)
	n := len(r)
	for i := 0; i < n/2; i++ {
		r[i], r[n-1-i] = r[n-1-i], r[i]
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

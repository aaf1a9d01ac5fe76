package main

import "testing"

var keep string

//go:noinline
func reverse(s string) string {
	r := []rune(s)
	i, j := 0, len(r)-1
	for ; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
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

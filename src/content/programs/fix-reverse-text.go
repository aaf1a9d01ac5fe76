package main

import "testing"

var keep string

//go:noinline
func reverse(s string) string {
	out := func() *[]rune {
		var out []rune
		for _, r := range s {
			defer func() {
				out = append(out, r)
			}()
		}
		return &out
	}()
	return string(*out)
}

func main() {
	text := "stack and heap"
	n := testing.AllocsPerRun(99,
		func() { keep = reverse(text) })
	println(keep, reverse("栈 and 堆"))
	println("allocations", int(n))
}

package main

import "testing"

var sink []int

func upTo(n int) []int {
	var xs []int
	for i := range n {
		xs = append(xs, i)
	}
	return xs
}

func local(n int) int {
	var xs []int
	for i := range n {
		xs = append(xs, i)
	}
	return len(xs)
}

var n = 5

func count(s string, f func()) {
	c := testing.AllocsPerRun(100, f)
	println(s, int(c))
}

func main() {
	count("local", func() {
		local(n)
	})
	count("kept", func() {
		sink = upTo(n)
	})
}

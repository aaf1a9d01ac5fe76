package main

import "testing"

func squares(n int) int {
	var xs []int
	for i := range n {
		xs = append(xs, i*i)
	}
	return len(xs)
}

var n = 50

func main() {
	f := func() { squares(n) }
	c := testing.AllocsPerRun(100, f)
	println("objects", int(c))
}

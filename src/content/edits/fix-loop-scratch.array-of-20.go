package main

import (
	"strconv"
	"testing"
)

type taker interface{ take([]byte) }

type adder struct{ n, sum int }

func (a *adder) take(b []byte) {
	a.n += len(b)
	for _, c := range b {
		a.sum = a.sum*3%997 + int(c)
	}
}

//go:noinline
func send(t taker, n int64) {
	var mem [20]byte
	for i := range n {
		b := strconv.AppendInt(
			mem[:0], i, 10,
		)
		t.take(b)
	}
}

func main() {
	var a adder
	send(&a, 50)
	println(a.n, a.sum)
	n := testing.AllocsPerRun(99,
		func() { send(&a, 50) })
	println("allocations", int(n))
}

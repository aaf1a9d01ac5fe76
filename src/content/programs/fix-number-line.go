package main

import (
	"fmt"
	"testing"
)

var out = make([]byte, 0, 64)

//go:noinline
func line(to []byte, n int) []byte {
	s := fmt.Sprintf("id=%d", n)
	return append(to, s...)
}

func main() {
	f := func() {
		out = line(out[:0], 4321)
	}
	n := testing.AllocsPerRun(99, f)
	out = line(out, -7)
	println(string(out))
	println("allocations", int(n))
}

package main

import (
	"strconv"
	"testing"
)

var out = make([]byte, 0, 64)

//go:noinline
func line(to []byte, n int) []byte {
	to = append(to, "id="...)
	to = strconv.AppendInt(
		to, int64(n), 10,
	)
	return to
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

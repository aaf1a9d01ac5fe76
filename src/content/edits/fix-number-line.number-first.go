package main

import (
	"strconv"
	"testing"
)

var out = make([]byte, 0, 64)

//go:noinline
func line(to []byte, n int) []byte {
	v := int64(n)
	to = append(to, "id="...)
	return strconv.AppendInt(to, v, 10)
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

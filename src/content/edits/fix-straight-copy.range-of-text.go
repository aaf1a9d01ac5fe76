package main

import "testing"

var out = make([]byte, 0, 256)

//go:noinline
func to(b []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		b = append(b, s[i])
	}
	return b
}

func main() {
	text := "sixty or more letters," +
		" so that none of this fits" +
		" into a buffer of a frame"
	f := func() {
		out = to(out[:0], text)
	}
	n := testing.AllocsPerRun(99, f)
	println(string(out))
	println("allocations", int(n))
}

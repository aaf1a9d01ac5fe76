package main

import (
	"bytes"
	"testing"
)

var keep []byte

//go:noinline
func report() []byte {
	const s = "0123456789"
	var b bytes.Buffer
	b.Grow(100 * len(s))
	for range 100 {
		b.WriteString(s)
	}
	return b.Bytes()
}

func main() {
	n := testing.AllocsPerRun(99,
		func() { keep = report() })
	sum := 0
	for i, c := range keep {
		sum += i * int(c)
	}
	println(len(keep), sum)
	println("allocations", int(n))
}

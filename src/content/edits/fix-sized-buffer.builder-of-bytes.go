package main

import (
	"bytes"
	"testing"
)

var keep []byte

//go:noinline
func report() []byte {
	var b bytes.Buffer
	b.Grow(100 * 10)
	for range 100 {
		b.WriteString("0123456789")
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

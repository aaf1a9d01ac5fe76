package main

import (
	"bytes"
	"testing"
)

var keep []byte

//go:noinline
func report() []byte {
	var mem [1000]byte
	b := bytes.NewBuffer(mem[:0])
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

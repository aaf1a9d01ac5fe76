package main

import "testing"

var keep []byte

//go:noinline
func report() []byte {
	const s = "0123456789"
	b := make([]byte, 0, 100*len(s))
	for range 100 {
		b = append(b, s...)
	}
	return b
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

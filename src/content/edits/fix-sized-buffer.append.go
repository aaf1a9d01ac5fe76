package main

import "testing"

var keep []byte

//go:noinline
func report() []byte {
	b := make([]byte, 0, 1000)
	for range 100 {
		b = append(b, "0123456789"...)
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

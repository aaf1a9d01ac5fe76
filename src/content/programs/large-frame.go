package main

import "testing"

//go:noinline
func large() int {
	var pad [64 << 10]byte
	for i := range pad {
		pad[i] = byte(i)
	}
	return int(pad[77])
}

func main() {
	count := testing.AllocsPerRun
	n := count(9, func() { large() })
	println("allocations", int(n))
}

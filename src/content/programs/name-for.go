package main

import "testing"

//go:noinline
func fresh(id int) []byte {
	b := make([]byte, 0, 16)
	return add(b, id)
}

//go:noinline
func add(b []byte, id int) []byte {
	b = append(b, "user-"...)
	return append(b, byte('0'+id))
}

var total int

func main() {
	count := testing.AllocsPerRun
	a := count(9, func() {
		total += len(fresh(3))
	})
	b := count(9, func() {
		var mem [16]byte
		out := add(mem[:0], 3)
		total += len(out)
	})
	println("fresh", int(a))
	println("lent", int(b))
}

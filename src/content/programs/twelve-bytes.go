package main

import "testing"

var sink *[12]byte

func main() {
	r := testing.Benchmark(
		func(b *testing.B) {
			for range b.N {
				sink = new([12]byte)
			}
		})
	n := r.AllocedBytesPerOp()
	println("bytes", n)
}

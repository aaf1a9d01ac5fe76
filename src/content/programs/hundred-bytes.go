package main

import "testing"

var sink *[100]byte

func main() {
	r := testing.Benchmark(
		func(b *testing.B) {
			for range b.N {
				sink = new([100]byte)
			}
		})
	n := r.AllocedBytesPerOp()
	println("bytes", n)
}

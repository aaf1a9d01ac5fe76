package main

import "testing"

func double(n int) int {
	return n + n
}

func BenchmarkDouble(b *testing.B) {
	for b.Loop() {
		n := double(2)
		_ = n
	}
}

func main() {
	testing.Benchmark(BenchmarkDouble)
}

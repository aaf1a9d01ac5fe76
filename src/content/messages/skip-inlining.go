package main

import "testing"

func double(n int) int {
	return n + n
}

func BenchmarkDouble(b *testing.B) {
	for b.Loop() {
		double(2)
	}
}

func main() {
	testing.Benchmark(BenchmarkDouble)
}

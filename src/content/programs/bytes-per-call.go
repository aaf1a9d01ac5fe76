package main

import "runtime"

type one struct {
	ok   bool
	next *one
	done bool
}

type two struct {
	next *two
	ok   bool
	done bool
}

var a *one
var b *two

func perCall(f func()) uint64 {
	var x, y runtime.MemStats
	runtime.ReadMemStats(&x)
	for range 1000 {
		f()
	}
	runtime.ReadMemStats(&y)
	sum := y.TotalAlloc - x.TotalAlloc
	return sum / 1000
}

func main() {
	x := perCall(func() {
		a = new(one)
	})
	y := perCall(func() {
		b = new(two)
	})
	println("apart", x)
	println("together", y)
}

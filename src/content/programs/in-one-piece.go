package main

import "unsafe"

//go:noinline
func inner(p *int) uintptr {
	y := 8
	a := uintptr(unsafe.Pointer(p))
	b := uintptr(unsafe.Pointer(&y))
	return a - b
}

//go:noinline
func grow(n int, p *int) uintptr {
	var pad [256]byte
	pad[n%256] = 1
	if n == 0 {
		return inner(p)
	}
	far := grow(n-1, p)
	far += uintptr(pad[n%256]) - 1
	return far
}

func main() {
	done := make(chan uintptr)
	go func() {
		x := 7
		done <- grow(100, &x)
	}()
	far := <-done
	sum := uintptr(100 * 256)
	one := far > sum && far < 2*sum
	println("one piece", one)
}

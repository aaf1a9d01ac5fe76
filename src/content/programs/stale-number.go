package main

import "unsafe"

//go:noinline
func deep(n int) int {
	var pad [256]byte
	pad[n%256] = 1
	if n == 0 {
		return 0
	}
	return deep(n-1) + int(pad[n%256])
}

var before uintptr

func main() {
	done := make(chan bool)
	go func() {
		x := 7
		p := &x
		old := unsafe.Pointer(&x)
		n := uintptr(old)
		before = n
		deep(100)
		now := unsafe.Pointer(p)
		kept := n == before
		println("unchanged", kept)
		same := n == uintptr(now)
		println("as p", same)
		println("zero", n == 0)
		done <- true
	}()
	<-done
}

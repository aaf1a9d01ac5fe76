package main

import "unsafe"

//go:noinline
func deep(n int, p *int) int {
	var pad [256]byte
	pad[n%256] = 1
	if n == 0 {
		return *p
	}
	return deep(n-1, p) +
		int(pad[n%256]) - 1
}

func main() {
	done := make(chan bool)
	go func() {
		x := 7
		old := unsafe.Pointer(&x)
		at := uintptr(old)
		v := deep(100, &x)
		now := unsafe.Pointer(&x)
		moved := at != uintptr(now)
		println("moved", moved)
		println("value", v)
		done <- true
	}()
	<-done
}

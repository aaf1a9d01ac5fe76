package main

import "unsafe"

//go:noinline
func callee(above uintptr) {
	x := 0
	at := uintptr(unsafe.Pointer(&x))
	if at < above {
		println("callee is lower")
	} else {
		println("callee is higher")
	}
}

func main() {
	y := 0
	at := unsafe.Pointer(&y)
	callee(uintptr(at))
}

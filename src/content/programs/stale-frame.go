package main

import "unsafe"

//go:noinline
func leave() uintptr {
	x := 7
	return uintptr(unsafe.Pointer(&x))
}

func main() {
	at := leave()
	p := (*int)(unsafe.Pointer(at))
	println("found", *p)
}

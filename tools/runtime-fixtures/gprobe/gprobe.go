// Package gprobe looks at the running goroutine from outside the runtime (linux/amd64).
package gprobe

import "unsafe"

// G returns the address of the current g. Its first words are the stack's low and high end.
func G() uintptr

// SP returns the stack pointer of the caller, inside its body.
func SP() uintptr

// schedSP is the offset of the saved stack pointer in g: two stack bounds, two guards, panic, defer and m come first.
const schedSP = 56

// Bounds returns the stack's low and high end of g.
//
//go:nosplit
func Bounds(g uintptr) (lo, hi uintptr) {
	return *(*uintptr)(unsafe.Pointer(g)), *(*uintptr)(unsafe.Pointer(g + 8))
}

// ParkedUse returns how many bytes a parked goroutine has in use.
//
//go:nosplit
func ParkedUse(g uintptr) uintptr {
	return *(*uintptr)(unsafe.Pointer(g + 8)) - *(*uintptr)(unsafe.Pointer(g + schedSP))
}

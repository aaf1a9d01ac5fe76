// Package stackprobe runs chains of functions on a goroutine of their own and notes the stack in each body.
package stackprobe

import "runtimefixtures/gprobe"

const mask = 4095

// Lo, Hi and SP of the stack in the body of the function at each depth; 0 is the goroutine's own function.
var (
	Lo, Hi, SP [mask + 1]uintptr
	next       [mask + 1]int
	last       int
	table      [64]func(int) byte
	g          uintptr
	result     byte
	done       = make(chan bool)
)

//go:nosplit
func bounds() (lo, hi uintptr) { return gprobe.Bounds(g) }

// Run calls the functions of the sequence, each from the one before, on a fresh goroutine.
func Run(sequence []int) {
	copy(next[:], sequence)
	last = len(sequence)
	go Root()
	<-done
}

// Root is the goroutine's own function.
func Root() {
	g = gprobe.G()
	Lo[0], Hi[0] = bounds()
	SP[0] = gprobe.SP()
	result = table[next[0]&63](1)
	finish()
}

//go:noinline
func finish() { done <- true }

package gprobe

import (
	"syscall"
	_ "unsafe"
)

// Pin keeps the goroutine on its P, so that nobody else runs there, and returns the number of that P.
func Pin() int { return procPin() }

// Unpin lets the goroutine go again.
func Unpin() { procUnpin() }

// Yield gives the thread's time to others of the system; the P stays with the goroutine.
func Yield() { syscall.RawSyscall(syscall.SYS_SCHED_YIELD, 0, 0, 0) }

//go:linkname procPin runtime.procPin
func procPin() int

//go:linkname procUnpin runtime.procUnpin
func procUnpin()

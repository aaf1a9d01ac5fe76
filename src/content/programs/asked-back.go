package main

import (
	"runtime"
	"runtime/debug"
)

var big []byte

func released() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapReleased >> 20
}

func main() {
	big = make([]byte, 100<<20)
	for i := range big {
		big[i] = 1
	}
	before := released()
	big = nil
	runtime.GC()
	soon := released() - before
	debug.FreeOSMemory()
	asked := released() - before
	println("freed", soon >= 90)
	println("asked", asked >= 90)
}

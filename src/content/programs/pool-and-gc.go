package main

import (
	"runtime"
	"sync"
)

var made int

var pool = sync.Pool{
	New: func() any {
		made++
		return new([64]byte)
	},
}

func after(cycles int) int {
	made = 0
	pool.Put(pool.Get())
	made = 0
	for range cycles {
		runtime.GC()
	}
	pool.Put(pool.Get())
	return made
}

func main() {
	println("none", after(0))
	println("one", after(1))
	println("two", after(2))
}

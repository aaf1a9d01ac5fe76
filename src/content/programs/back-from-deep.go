package main

import "runtime"

func inUse() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.StackInuse
}

var deepest uint64

//go:noinline
func deep(n int) int {
	var pad [512]byte
	pad[n%512] = 1
	if n == 0 {
		deepest = inUse()
		return 0
	}
	return deep(n-1) + int(pad[n%512])
}

func main() {
	before := inUse()
	deep(8000)
	grown := deepest - before
	left := inUse() - before
	println("percent", 100*left/grown)
}

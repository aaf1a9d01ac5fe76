package main

import "runtime"

//go:noinline
func deep(n int) int {
	var pad [512]byte
	pad[n%512] = 1
	if n == 0 {
		return 0
	}
	return deep(n-1) + int(pad[n%512])
}

func inUse() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.StackInuse
}

func main() {
	next := make(chan bool)
	go func() {
		deep(8000)
		next <- true
		next <- true
	}()
	<-next
	before := inUse()
	for range 3 {
		runtime.GC()
	}
	after := inUse()
	println("less", after < before/2)
	<-next
}

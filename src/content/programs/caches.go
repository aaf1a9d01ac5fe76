package main

import "runtime"

func inUse() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.MCacheInuse
}

func main() {
	runtime.GOMAXPROCS(1)
	one := inUse()
	stop := make(chan bool)
	for range 1000 {
		go func() { <-stop }()
	}
	println("goroutines", inUse()/one)
	runtime.GOMAXPROCS(4)
	println("processors", inUse()/one)
	close(stop)
}

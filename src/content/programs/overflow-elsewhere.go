package main

import "runtime/debug"

func forever(n int) int {
	return forever(n+1) + 1
}

func main() {
	debug.SetMaxStack(1 << 20)
	done := make(chan bool)
	go func() {
		defer close(done)
		defer func() { recover() }()
		forever(0)
	}()
	<-done
	println("main goes on", 1)
}

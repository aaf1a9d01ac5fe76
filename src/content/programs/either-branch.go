package main

import "testing"

var kept *int

//go:noinline
func work(keep bool) int {
	x := 7
	if keep {
		kept = &x
	}
	return x
}

func main() {
	count := testing.AllocsPerRun
	yes := count(9, func() {
		work(true)
	})
	no := count(9, func() {
		work(false)
	})
	println("kept", int(yes))
	println("dropped", int(no))
}

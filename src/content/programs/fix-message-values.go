package main

import "testing"

type msg struct{ id, body int }

var pipe = make(chan *msg, 1)
var total int

//go:noinline
func relay(n int) int {
	sum := 0
	for i := range n {
		pipe <- &msg{i, i * i}
		m := <-pipe
		sum += m.id ^ m.body
	}
	return sum
}

func main() {
	n := testing.AllocsPerRun(99,
		func() { total = relay(50) })
	println(total)
	println("allocations", int(n))
}

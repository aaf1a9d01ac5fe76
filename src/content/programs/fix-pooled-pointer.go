package main

import (
	"sync"
	"testing"
)

var pool = sync.Pool{
	New: func() any {
		return make([]byte, 0, 512)
	},
}

var total int

//go:noinline
func use(text string) {
	b := pool.Get().([]byte)
	b = append(b[:0], text...)
	for i, c := range b {
		total += i * int(c)
	}
	pool.Put(b)
}

func main() {
	n := testing.AllocsPerRun(999,
		func() { use("payload") })
	println(total)
	println("allocations", int(n))
}

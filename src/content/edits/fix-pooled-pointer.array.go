package main

import (
	"sync"
	"testing"
)

var pool = sync.Pool{
	New: func() any {
		return new([512]byte)
	},
}

var total int

//go:noinline
func use(text string) {
	p := pool.Get().(*[512]byte)
	b := append(p[:0], text...)
	for i, c := range b {
		total += i * int(c)
	}
	pool.Put(p)
}

func main() {
	n := testing.AllocsPerRun(999,
		func() { use("payload") })
	println(total)
	println("allocations", int(n))
}

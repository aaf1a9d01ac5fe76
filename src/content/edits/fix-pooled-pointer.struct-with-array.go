package main

import (
	"sync"
	"testing"
)

var pool = sync.Pool{
	New: func() any {
		return &block{}
	},
}

type block struct{ mem [512]byte }

var total int

//go:noinline
func use(text string) {
	p := pool.Get().(*block)
	b := append(p.mem[:0], text...)
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

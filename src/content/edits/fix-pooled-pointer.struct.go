package main

import (
	"sync"
	"testing"
)

var pool = sync.Pool{
	New: func() any {
		return new(block)
	},
}

type block struct{ mem []byte }

var total int

//go:noinline
func use(text string) {
	p := pool.Get().(*block)
	p.mem = append(p.mem[:0], text...)
	for i, c := range p.mem {
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

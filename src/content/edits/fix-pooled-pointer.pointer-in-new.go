package main

import (
	"sync"
	"testing"
)

var pool = sync.Pool{
	New: func() any {
		b := make([]byte, 0, 512)
		return &b
	},
}

var total int

//go:noinline
func use(text string) {
	p := pool.Get().(*[]byte)
	*p = append((*p)[:0], text...)
	for i, c := range *p {
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

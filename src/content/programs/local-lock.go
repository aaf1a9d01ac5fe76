package main

import (
	"sync"
	"testing"
)

func count() int {
	var mu sync.Mutex
	n := 0
	for range 3 {
		mu.Lock()
		n++
		mu.Unlock()
	}
	return n
}

var total int

func main() {
	ask := testing.AllocsPerRun
	a := ask(9, func() {
		total += count()
	})
	println("allocations", int(a))
}

package main

import (
	"sync"
	"testing"
)

type cache struct {
	mu   sync.Mutex
	hits int
}

var keep *cache

//go:noinline
func newCache() *cache {
	return new(cache)
}

func main() {
	n := testing.AllocsPerRun(99,
		func() { keep = newCache() })
	old := keep
	keep = newCache()
	keep.mu.Lock()
	keep.hits++
	println(old.hits, keep.hits)
	println(old.mu.TryLock())
	println("allocations", int(n))
}

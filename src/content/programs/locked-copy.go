package main

import "sync"

type copied struct{ mu sync.Mutex }

func (b copied) lock() {
	b.mu.Lock()
}

type shared struct{ mu sync.Mutex }

func (b *shared) lock() {
	b.mu.Lock()
}

func main() {
	var v copied
	v.lock()
	free := v.mu.TryLock()
	println("value locked", !free)
	var p shared
	p.lock()
	free = p.mu.TryLock()
	println("pointer locked", !free)
}

package main

import (
	"os"
	"runtime"
)

type pageRun struct {
	LastMod64  int   `json:"lastMod64"`
	LastMod512 int   `json:"lastMod512"`
	Requests   []int `json:"requests"`
	RelPages   []int `json:"relPages"`
}

// pages fills the low holes of the heap with single pages and then asks for runs of pages.
func pages(seed, count int) {
	r := random{uint32(seed)}
	requests, got := make([]int, count), make([]uintptr, count)
	var last uintptr
	for i := 3000 + r.below(512); i > 0; i-- {
		if a := bytesAt(8192); a > last {
			last = a
		}
		keep(false)
	}
	for i := range requests {
		switch {
		case i%3 == 0:
			requests[i] = 1 + r.below(3)
		case i%5 == 0:
			requests[i] = 4 + r.below(120)
		case i%97 == 0:
			requests[i] = 400 + r.below(800)
		default:
			requests[i] = 4 + r.below(16)
		}
	}
	for i, n := range requests { // nothing else may allocate here
		got[i] = bytesAt(n * 8192)
		keep(false)
	}
	run := pageRun{LastMod64: int(last >> 13 & 63), LastMod512: int(last >> 13 & 511), Requests: requests}
	for _, a := range got {
		run.RelPages = append(run.RelPages, int(a>>13)-int(last>>13))
	}
	object(run)
}

type reuseCase struct {
	Size        int   `json:"size"`
	Pointers    bool  `json:"pointers"`
	FirstSlot   int   `json:"firstSlot"`
	Count       int   `json:"count"`
	Freed       []int `json:"freed"`
	FlushBefore bool  `json:"flushBefore"`
	Order       []int `json:"order"`
}

// reuse frees some of a row of objects, collects, and records which slots come back first. One object of every span
// stays, so that no span goes back to the page heap.
func reuse(seed, _ int) {
	r := random{uint32(seed)}
	sizes := []int{2048, 1024, 4096, 256, 640, 96, 1408, 2048}
	size := sizes[r.below(len(sizes))]
	pointers := r.below(2) == 1
	flush := r.below(2) == 1
	count := 40 + r.below(60)
	slot := slotOf(size, pointers)
	keep(pointers)
	runtime.GC() // what the program's start left behind is gone before slots are counted
	runtime.GC()
	addresses := make([]uintptr, count)
	heldBytes, heldPointers := make([][]byte, count), make([][]*byte, count)
	freed := make([]int, 0, count)
	back := make([]uintptr, count)
	index := make(map[uintptr]int, count)
	for i := 0; i < 120; i++ {
		allocate(size, pointers)
		keep(pointers)
	}
	c := reuseCase{Size: size, Pointers: pointers, Count: count, FlushBefore: flush}
	for i := range addresses {
		addresses[i] = allocate(size, pointers)
		heldBytes[i], heldPointers[i] = lastBytes, lastPointers
	}
	lastBytes, lastPointers = nil, nil
	// Slots are compared by address, so the first slot of each span is known from the page.
	for i, a := range addresses {
		index[a] = i
		inSpan := int(a-pageOfSpan(addresses, i, slot)) / slot
		if i == 0 {
			c.FirstSlot = inSpan
		}
		if inSpan != 0 && i != 0 && r.below(3) != 0 {
			heldBytes[i], heldPointers[i] = nil, nil
			freed = append(freed, i)
		}
	}
	if flush {
		runtime.ReadMemStats(&before)
	}
	runtime.GC()
	for i := 0; i < len(freed); i++ {
		back[i] = allocate(size, pointers)
		keep(pointers)
	}
	for i := 0; i < len(freed); i++ {
		if k, ok := index[back[i]]; ok {
			c.Order = append(c.Order, k)
		} else {
			c.Order = append(c.Order, -1)
		}
	}
	c.Freed = freed
	object(c)
	runtime.KeepAlive(heldBytes)
	runtime.KeepAlive(heldPointers)
	runtime.KeepAlive(addresses) // as large as some of the objects: freed, it would lend its slot
	runtime.KeepAlive(back)
	runtime.KeepAlive(freed)
	runtime.KeepAlive(index)
}

// pageOfSpan is the start of the page that address i lies in; the sizes used here have spans of one page, or of two.
func pageOfSpan(addresses []uintptr, i int, slot int) uintptr {
	page := addresses[i] &^ 8191
	if int(addresses[i]-page)%slot > 8 { // the second page of a span of two
		page -= 8192
	}
	return page
}

type heapgrowCase struct {
	// Page of the arena on which the last object before the steps ended, and the steps as request and growth of Sys.
	LastMod8192 int      `json:"lastMod8192"`
	Steps       [][2]int `json:"steps"`
}

// heapgrow asks for megabytes and records how HeapSys and StackSys grow. Each object must lie right behind the one before:
// where the runtime itself took pages in between, what is seen is not the answer to these requests, and nothing is said.
func heapgrow(seed, count int) {
	r := random{uint32(seed)}
	var last uintptr
	for i := 0; i < 16; i++ {
		if a := bytesAt(1 << 20); a > last {
			last = a
		}
		keep(false)
	}
	c := heapgrowCase{LastMod8192: int((last+1<<20-1)>>13) & 8191}
	c.Steps = make([][2]int, count)
	for i := range c.Steps {
		n := (1 + r.below(6)) << 20
		if i%7 == 6 {
			n = (8 + r.below(120)) << 20
		}
		c.Steps[i][0] = n
	}
	end := last + 1<<20
	for i := range c.Steps {
		runtime.ReadMemStats(&before)
		if bytesAt(c.Steps[i][0]) != end {
			return
		}
		end += uintptr(c.Steps[i][0])
		keep(false)
		runtime.ReadMemStats(&after)
		c.Steps[i][1] = int(after.HeapSys + after.StackSys - before.HeapSys - before.StackSys)
	}
	object(c)
	if len(keepBytes) == 0 {
		os.Exit(1)
	}
}

package main

import "runtime"

type holesCase struct {
	LastMod512 int   `json:"lastMod512"`
	Runs       []int `json:"runs"`
	Dropped    []int `json:"dropped"`
	Requests   []int `json:"requests"`
	RelPages   []int `json:"relPages"`
}

// pageholes makes holes among runs of pages by a collection, and records which of them further requests take.
func pageholes(seed, count int) {
	r := random{uint32(seed)}
	runs, requests := make([]int, 60), make([]int, count)
	got, runAt := make([]uintptr, count), make([]uintptr, len(runs))
	held := make([][]byte, len(runs))
	var c holesCase
	c.Dropped = make([]int, 0, len(runs))
	for i := 0; i < 3; i++ {
		runtime.GC()
	}
	var last uintptr
	for i := 3000 + r.below(512); i > 0; i-- {
		if a := bytesAt(8192); a > last {
			last = a
		}
		keep(false)
	}
	for i := range runs {
		runs[i] = 1 + r.below(9)
		runAt[i] = bytesAt(runs[i] * 8192)
		held[i] = lastBytes
	}
	lastBytes = nil
	for i := range held {
		if r.below(3) == 0 && i < len(held)-1 {
			held[i] = nil
			c.Dropped = append(c.Dropped, i)
		}
	}
	for i := range requests {
		requests[i] = 1 + r.below(8)
		if r.below(6) == 0 {
			requests[i] = 14 + r.below(8)
		}
	}
	runtime.GC()
	for i, n := range requests {
		got[i] = bytesAt(n * 8192)
		keep(false)
	}
	runtime.KeepAlive(held)
	c.LastMod512, c.Runs, c.Requests = int(last>>13&511), runs, requests
	for _, a := range runAt {
		c.RelPages = append(c.RelPages, int(a>>13)-int(last>>13))
	}
	for _, a := range got {
		c.RelPages = append(c.RelPages, int(a>>13)-int(last>>13))
	}
	object(c)
}

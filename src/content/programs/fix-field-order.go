package main

import (
	"runtime"
	"testing"
)

type rec struct {
	ok  bool
	id  int64
	tag uint8
	at  int64
	n   uint16
}

var keep *rec

//go:noinline
func newRec(id int64) *rec {
	return &rec{id: id, ok: true}
}

func bytesOf(f func()) uint64 {
	var a, b runtime.MemStats
	runtime.ReadMemStats(&a)
	f()
	runtime.ReadMemStats(&b)
	return b.TotalAlloc - a.TotalAlloc
}

func main() {
	f := func() { keep = newRec(9e9) }
	n := testing.AllocsPerRun(99, f)
	keep.at = 1 << 41
	keep.tag, keep.n = 255, 65535
	println(keep.id, keep.at, keep.n)
	println(keep.tag, keep.ok)
	println("allocations", int(n))
	println("bytes", bytesOf(f))
}

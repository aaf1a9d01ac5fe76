package main

import (
	"sync"
	"testing"
)

var slices = sync.Pool{
	New: func() any {
		return make([]byte, 0, 64)
	},
}

var pointers = sync.Pool{
	New: func() any {
		return new([]byte)
	},
}

var total int

func viaSlice() {
	b := slices.Get().([]byte)
	b = append(b[:0], "hi"...)
	total += len(b)
	slices.Put(b)
}

func viaPointer() {
	p := pointers.Get().(*[]byte)
	*p = append((*p)[:0], "hi"...)
	total += len(*p)
	pointers.Put(p)
}

func main() {
	count := testing.AllocsPerRun
	a := count(9, viaSlice)
	b := count(9, viaPointer)
	println("slices", int(a))
	println("pointers", int(b))
}

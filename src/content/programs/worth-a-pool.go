package main

import (
	"sync"
	"testing"
)

type point struct{ x, y, z int }
type buffer [8192]byte

var size = 8192
var points = sync.Pool{
	New: func() any {
		return new(point)
	},
}
var buffers = sync.Pool{
	New: func() any {
		return new(buffer)
	},
}
var out int

func small() {
	p := &point{1, 2, 3}
	out += p.y
}

func smallPool() {
	p := points.Get().(*point)
	*p = point{1, 2, 3}
	out += p.y
	points.Put(p)
}

func large() {
	b := make([]byte, size)
	b[7] = 1
	out += int(b[7])
}

func largePool() {
	b := buffers.Get().(*buffer)
	b[7] = 1
	out += int(b[7])
	buffers.Put(b)
}

func main() {
	count := testing.AllocsPerRun
	a := count(9, small)
	a -= count(9, smallPool)
	b := count(9, large)
	b -= count(9, largePool)
	println("small saves", int(a))
	println("large saves", int(b))
}

package main

import (
	"strconv"
	"sync"
	"testing"
)

type buf [32]byte

var pool = sync.Pool{
	New: func() any {
		return new(buf)
	},
}
var reply string

func text(b *buf, n int64) string {
	t := b[:0]
	t = strconv.AppendInt(t, n, 10)
	return string(t)
}

func plain() {
	var b buf
	reply = text(&b, 1234)
}

func pooled() {
	b := pool.Get().(*buf)
	reply = text(b, 1234)
	pool.Put(b)
}

func main() {
	count := testing.AllocsPerRun
	a := count(9, plain)
	b := count(9, pooled)
	println("plain", int(a))
	println("pooled", int(b))
}

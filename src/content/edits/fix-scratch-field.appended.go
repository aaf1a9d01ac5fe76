package main

import (
	"encoding/binary"
	"io"
	"testing"
)

type sum struct{ n, of int }

func (s *sum) Write(b []byte) (
	int, error,
) {
	for _, c := range b {
		s.n++
		s.of = s.of*3%997 + int(c)
	}
	return len(b), nil
}

type encoder struct {
	w   io.Writer
	buf []byte
}

//go:noinline
func (e *encoder) put(v uint64) {
	le := binary.LittleEndian
	e.buf = le.AppendUint64(
		e.buf[:0], v,
	)
	e.w.Write(e.buf)
}

func main() {
	var s sum
	e := &encoder{w: &s}
	e.put(1 << 40)
	println(s.n, s.of)
	n := testing.AllocsPerRun(99,
		func() { e.put(9) })
	println("allocations", int(n))
}

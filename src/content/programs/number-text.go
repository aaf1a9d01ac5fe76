package main

import (
	"fmt"
	"strconv"
	"testing"
)

var total int

func viaFmt(n int) {
	s := fmt.Sprintf("id-%d", n)
	total += len(s)
}

func viaAppend(n int) {
	var mem [24]byte
	b := append(mem[:0], "id-"...)
	b = strconv.AppendInt(
		b, int64(n), 10)
	total += len(b)
}

func main() {
	n := 1234
	count := testing.AllocsPerRun
	a := count(9, func() {
		n++
		viaFmt(n)
	})
	b := count(9, func() {
		viaAppend(n)
	})
	println("fmt", int(a))
	println("append", int(b))
}

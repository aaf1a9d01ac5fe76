package main

import "testing"

type pair struct{ x, y int }
type none struct{}

var sink any
var small, large = 200, 5000
var v = pair{1, 2}
var q = &v

func count(s string, f func()) {
	n := testing.AllocsPerRun(100, f)
	println(s, int(n))
}

func main() {
	count("constant", func() {
		sink = 123456
	})
	count("small", func() {
		sink = small
	})
	count("large", func() {
		sink = large
	})
	count("struct", func() {
		sink = v
	})
	count("pointer", func() {
		sink = q
	})
	count("empty", func() {
		sink = none{}
	})
}

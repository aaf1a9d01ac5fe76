package main

import "testing"

type state struct{ n int }

var s state
var last any

func set() { last = &s }

func main() {
	n := testing.AllocsPerRun(9, set)
	println("objects", int(n))
}

package main

import "testing"

var total int
var names [8]string

func set() {
	total++
	names[total%8] = "ann"
}

func main() {
	n := testing.AllocsPerRun(9, set)
	println("objects", int(n))
}

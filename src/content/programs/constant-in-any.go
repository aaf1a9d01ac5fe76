package main

import "testing"

var last any

func set() { last = 123456 }

func main() {
	n := testing.AllocsPerRun(9, set)
	println("objects", int(n))
}

package main

import "testing"

func counter() func() int {
	n := 0
	return func() int {
		n++
		return n
	}
}

var total int

var next func() int

func main() {
	count := testing.AllocsPerRun
	a := count(9, func() {
		c := counter()
		total += c() + c()
	})
	b := count(9, func() {
		next = counter()
	})
	println("here", int(a))
	println("away", int(b))
}

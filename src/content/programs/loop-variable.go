package main

import "testing"

var kept []*int

func keep() {
	kept = kept[:0]
	for i := 0; i < 3; i++ {
		kept = append(kept, &i)
	}
}

func main() {
	n := testing.AllocsPerRun(9, keep)
	println("objects", int(n))
	println("first", *kept[0])
	println("last", *kept[2])
}

package main

import "testing"

var kept []int

func grown() {
	var xs []int
	for i := range 1000 {
		xs = append(xs, i)
	}
	kept = xs
}

func sized() {
	xs := make([]int, 0, 1000)
	for i := range 1000 {
		xs = append(xs, i)
	}
	kept = xs
}

func main() {
	count := testing.AllocsPerRun
	a := count(9, grown)
	b := count(9, sized)
	println("grown", int(a))
	println("sized", int(b))
}

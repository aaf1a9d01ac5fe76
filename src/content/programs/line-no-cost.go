package main

import "testing"

var last any

func note(ready bool) {
	last = ready
}

func main() {
	on := false
	count := testing.AllocsPerRun
	n := count(9, func() {
		on = !on
		note(on)
	})
	println("allocations", int(n))
}

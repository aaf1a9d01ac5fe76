package main

import "testing"

var hook func() int

func copied(n int) {
	hook = func() int { return n }
}

func shared(n int) {
	hook = func() int {
		n++
		return n
	}
}

func count(s string, f func(int)) {
	n := testing.AllocsPerRun(100,
		func() { f(1) })
	println(s, int(n))
}

func main() {
	count("copied", copied)
	count("shared", shared)
}

package main

import "testing"

func once() (n int) {
	x := 1
	defer func() { n += x }()
	return 3
}

func looped(k int) (n int) {
	for i := range k {
		defer func() { n += i }()
	}
	return 0
}

func count(s string, f func()) {
	n := testing.AllocsPerRun(100, f)
	println(s, int(n))
}

func main() {
	count("once", func() { once() })
	count("looped", func() {
		looped(3)
	})
}

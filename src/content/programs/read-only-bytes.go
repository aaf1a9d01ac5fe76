package main

import "testing"

var text = "more than 32 bytes of" +
	" text, which is only read"

func vowels(s string) int {
	n := 0
	for _, c := range []byte(s) {
		if c == 'a' || c == 'e' {
			n++
		}
	}
	return n
}

func main() {
	f := func() { vowels(text) }
	n := testing.AllocsPerRun(100, f)
	println("objects", int(n))
}

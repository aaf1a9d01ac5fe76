package main

import "testing"

func count(s string, f func()) {
	c := testing.AllocsPerRun(100, f)
	println(s, int(c))
}

var text = "more than 32 bytes of" +
	" text, to be read or copied"
var sink string

func sum(s string) int {
	n := 0
	for _, b := range []byte(s) {
		n += int(b)
	}
	return n
}

func copyOf(s string) string {
	b := []byte(s)
	b[0] = 'A'
	return string(b)
}

func main() {
	count("read", func() {
		sum(text)
	})
	count("write", func() {
		sink = copyOf(text)
	})
}

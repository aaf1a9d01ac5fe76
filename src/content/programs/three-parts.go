package main

import (
	"strings"
	"testing"
)

var out string

func plus(a, b, c string) {
	out = a + b + c
}

func build(a, b, c string) {
	var sb strings.Builder
	sb.WriteString(a)
	sb.WriteString(b)
	sb.WriteString(c)
	out = sb.String()
}

func main() {
	x := "the quick brown fox "
	y := "jumps over "
	z := "the lazy dog and sleeps"
	count := testing.AllocsPerRun
	p := count(9, func() {
		plus(x, y, z)
	})
	b := count(9, func() {
		build(x, y, z)
	})
	println("plus", int(p))
	println("build", int(b))
}

package main

import (
	"strings"
	"testing"
)

var a, b = "left side", "right side"
var sink string

func plus() { sink = a + b }

func built() {
	var sb strings.Builder
	sb.WriteString(a)
	sb.WriteString(b)
	sink = sb.String()
}

func count(s string, f func()) {
	n := testing.AllocsPerRun(100, f)
	println(s, int(n))
}

func main() {
	count("plus", plus)
	count("builder", built)
}

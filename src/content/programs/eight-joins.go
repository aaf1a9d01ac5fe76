package main

import (
	"fmt"
	"strings"
	"testing"
)

var parts = []string{"one ", "two ",
	"three ", "four ", "five ",
	"six ", "seven ", "eight "}
var sink string

func plus() {
	s := ""
	for _, p := range parts {
		s += p
	}
	sink = s
}

func build(grow bool) {
	var sb strings.Builder
	if grow {
		sb.Grow(64)
	}
	for _, p := range parts {
		sb.WriteString(p)
	}
	sink = sb.String()
}

func count(s string, f func()) {
	n := testing.AllocsPerRun(100, f)
	println(s, int(n))
}

func main() {
	count("plus", plus)
	count("grow", func() {
		build(true)
	})
	count("build", func() {
		build(false)
	})
	count("join", func() {
		sink = strings.Join(parts, "")
	})
	count("sprint", func() {
		sink = fmt.Sprint(parts)
	})
}

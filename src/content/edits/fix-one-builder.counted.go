package main

import (
	"strings"
	"testing"
)

var keep string

//go:noinline
func list(parts []string) string {
	n := 0
	for _, p := range parts {
		n += len(p) + 1
	}
	var b strings.Builder
	b.Grow(n)
	for _, p := range parts {
		b.WriteString(p)
		b.WriteByte(',')
	}
	return b.String()
}

func main() {
	text := "one two three four " +
		"five six seven eight nine ten"
	parts := strings.Fields(text)
	n := testing.AllocsPerRun(99,
		func() { keep = list(parts) })
	println(keep)
	println("allocations", int(n))
}

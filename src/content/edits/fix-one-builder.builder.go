package main

import (
	"strings"
	"testing"
)

var keep string

//go:noinline
func list(parts []string) string {
	n := len(parts)
	for _, p := range parts {
		n += len(p)
	}
	var sb strings.Builder
	sb.Grow(n)
	for _, p := range parts {
		sb.WriteString(p)
		sb.WriteByte(',')
	}
	return sb.String()
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

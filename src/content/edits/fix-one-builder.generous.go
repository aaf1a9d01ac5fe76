package main

import (
	"strings"
	"testing"
)

var keep string

//go:noinline
func list(parts []string) string {
	var sb strings.Builder
	sb.Grow(64)
	for _, p := range parts {
		sb.WriteString(p)
		sb.WriteString(",")
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

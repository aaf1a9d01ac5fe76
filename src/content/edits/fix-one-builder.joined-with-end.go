package main

import (
	"strings"
	"testing"
)

var keep string

//go:noinline
func list(parts []string) string {
	all := append(parts, "")
	return strings.Join(all, ",")
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

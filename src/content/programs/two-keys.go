package main

import (
	"strconv"
	"testing"
)

type key struct{ row, col int }

var byText = map[string]int{}
var byKey = map[key]int{}

func text(r, c int) int {
	a := strconv.Itoa(r)
	b := strconv.Itoa(c)
	return byText[a+":"+b]
}

func pair(r, c int) int {
	return byKey[key{r, c}]
}

var total int

func main() {
	count := testing.AllocsPerRun
	a := count(9, func() {
		total += text(1234, 5678)
	})
	b := count(9, func() {
		total += pair(1234, 5678)
	})
	println("text", int(a))
	println("pair", int(b))
}

package main

import "testing"

type item struct{ price, count int }

//go:noinline
func parse(
	items []item, text string,
) []item {
	for _, c := range text {
		it := item{int(c - '0'), 2}
		items = append(items, it)
	}
	return items
}

func objects(text string) int {
	f := func() {
		var mem [8]item
		parse(mem[:0], text)
	}
	count := testing.AllocsPerRun
	return int(count(9, f))
}

func main() {
	digits := "123456789"
	eight := objects(digits[:8])
	nine := objects(digits)
	println("eight", eight)
	println("nine", nine)
}

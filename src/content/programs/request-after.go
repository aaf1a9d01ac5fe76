package main

import (
	"strconv"
	"testing"
)

type item struct{ price, count int }

type sum struct{ net, tax int }

type memory struct{ used int }

func (m *memory) log(b []byte) {
	m.used += len(b)
}

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

//go:noinline
func add(items []item) sum {
	s := sum{}
	for _, it := range items {
		s.net += it.price * it.count
	}
	s.tax = s.net / 5
	return s
}

//go:noinline
func note(to *memory, id byte) {
	line := [3]byte{'i', 'd', id}
	to.log(line[:])
}

func handle(to *memory) string {
	var mem [8]item
	text := "12345678"
	items := parse(mem[:0], text)
	s := add(items)
	note(to, '7')
	var out [32]byte
	b := out[:0]
	b = strconv.AppendInt(
		b, int64(s.net), 10)
	b = append(b, ' ')
	b = strconv.AppendInt(
		b, int64(s.tax), 10)
	return string(b)
}

var reply string

func main() {
	m := &memory{}
	count := testing.AllocsPerRun
	n := count(9, func() {
		reply = handle(m)
	})
	println("reply", reply)
	println("allocations", int(n))
}

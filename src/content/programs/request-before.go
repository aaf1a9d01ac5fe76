package main

import (
	"fmt"
	"testing"
)

type item struct{ price, count int }

type sum struct{ net, tax int }

type logger interface {
	log(b []byte)
}

type memory struct{ used int }

func (m *memory) log(b []byte) {
	m.used += len(b)
}

//go:noinline
func parse(text string) []*item {
	var items []*item
	for _, c := range text {
		it := item{int(c - '0'), 2}
		items = append(items, &it)
	}
	return items
}

//go:noinline
func add(items []*item) *sum {
	s := sum{}
	for _, it := range items {
		s.net += it.price * it.count
	}
	s.tax = s.net / 5
	return &s
}

//go:noinline
func note(to logger, id byte) {
	line := [3]byte{'i', 'd', id}
	to.log(line[:])
}

func handle(to logger) string {
	s := add(parse("12345678"))
	note(to, '7')
	text := fmt.Sprintf("%d %d",
		s.net, s.tax)
	return text
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

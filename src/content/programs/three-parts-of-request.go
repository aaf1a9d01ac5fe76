package main

import (
	"fmt"
	"testing"
)

type item struct{ price, count int }

type sum struct{ net, tax int }

var items []*item
var s *sum
var text string

func parse() {
	items = nil
	for _, c := range "12345678" {
		it := item{int(c - '0'), 2}
		items = append(items, &it)
	}
}

func add() {
	s = &sum{72, 14}
}

func format() {
	text = fmt.Sprintf("%d %d",
		s.net, s.tax)
}

func main() {
	count := testing.AllocsPerRun
	a := int(count(9, parse))
	b := int(count(9, add))
	c := int(count(9, format))
	if a > b && a > c {
		println("most: items")
	} else if b > c {
		println("most: sum")
	} else {
		println("most: text")
	}
}

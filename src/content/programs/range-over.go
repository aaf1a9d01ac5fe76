package main

import (
	"iter"
	"testing"
)

type list struct{ items []int }

func (l *list) all(
	yield func(int) bool,
) {
	for _, x := range l.items {
		if !yield(x) {
			return
		}
	}
}

func known(l *list) int {
	sum := 0
	for x := range l.all {
		sum += x
	}
	return sum
}

func unknown(s iter.Seq[int]) int {
	sum := 0
	for x := range s {
		sum += x
	}
	return sum
}

var walk iter.Seq[int]
var total int

func main() {
	l := &list{[]int{1, 2, 3}}
	walk = l.all
	count := testing.AllocsPerRun
	a := count(9, func() {
		total += known(l)
	})
	b := count(9, func() {
		total += unknown(walk)
	})
	println("known", int(a))
	println("unknown", int(b))
}

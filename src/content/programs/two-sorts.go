package main

import (
	"cmp"
	"slices"
	"sort"
	"testing"
)

var xs = []int{3, 1, 2, 5, 4}

func old() {
	less := func(i, j int) bool {
		return xs[i] < xs[j]
	}
	sort.Slice(xs, less)
}

func generic() {
	by := cmp.Compare[int]
	slices.SortFunc(xs, by)
}

func count(s string, f func()) {
	n := testing.AllocsPerRun(100, f)
	println(s, int(n))
}

func main() {
	count("slice", old)
	count("generic", generic)
}

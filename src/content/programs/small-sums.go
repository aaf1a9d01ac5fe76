package main

import "testing"

type sum struct{ net, tax int }

var box any

func boxes(s sum) int {
	f := func() {
		box = s.net
		box = s.tax
	}
	count := testing.AllocsPerRun
	return int(count(9, f))
}

func main() {
	small := sum{72, 14}
	large := sum{7200, 1440}
	println("small", boxes(small))
	println("large", boxes(large))
}

package main

import (
	"runtime"
	"runtime/metrics"
)

func stops() (n uint64) {
	s := []metrics.Sample{{
		Name: "/sched/pauses/" +
			"total/gc:seconds",
	}}
	metrics.Read(s)
	h := s[0].Value.Float64Histogram()
	for _, c := range h.Counts {
		n += c
	}
	return n
}

func main() {
	before := stops()
	runtime.GC()
	println("stops", stops()-before)
}

package main

import (
	"runtime"
	"runtime/metrics"
)

type node struct{ next *node }

var list *node

func build() {
	list = nil
	for range 100000 {
		list = &node{list}
	}
}

func scanned() uint64 {
	runtime.GC()
	s := []metrics.Sample{{
		Name: "/gc/scan/heap:bytes",
	}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}

func main() {
	before := scanned()
	build()
	kept := scanned() - before
	build()
	list = nil
	dropped := scanned() - before
	many := uint64(700_000)
	println("kept", kept > many)
	println("dropped", dropped > many)
}

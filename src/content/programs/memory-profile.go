package main

import "runtime"

type reply struct{ text [64]byte }

var last *reply

func serve() {
	last = &reply{}
}

func main() {
	runtime.MemProfileRate = 1
	for range 1000 {
		serve()
	}
	last = nil
	runtime.GC()
	runtime.GC()
	all := make(
		[]runtime.MemProfileRecord, 999)
	get := runtime.MemProfile
	n, _ := get(all, true)
	for _, r := range all[:n] {
		if r.AllocObjects != 1000 {
			continue
		}
		println("alloc", r.AllocObjects)
		live := r.InUseObjects()
		println("inuse", live)
	}
}

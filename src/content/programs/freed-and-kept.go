package main

import "runtime"

var hold []byte

func main() {
	hold = make([]byte, 32<<20)
	hold = nil
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	free := m.HeapIdle
	free -= m.HeapReleased
	most := free > 16<<20
	println("still held", most)
}

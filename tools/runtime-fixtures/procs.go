package main

import (
	"runtime"
	"sync/atomic"
	"unsafe"

	"runtimefixtures/gprobe"
)

// A request of one P; Place is where its object lies, from the start of the last page taken before all rounds; objects in
// spans that are older than that page have their place in the page, less a page.
type procStep struct {
	P, Size, Pointers, Place int
}

type procsCase struct {
	Procs      int `json:"procs"`
	LastMod512 int `json:"lastMod512"`
	// Size, pointers and how many slots are taken of the one span of that class that has free slots.
	Taken  [][3]int `json:"taken"`
	Rounds [][]int  `json:"rounds"` // four numbers a step, see procStep; the statistics are read before each round
	// Steps, counted over all rounds, whose objects were dropped and collected with one P alone, and the round after that:
	// it asks for fewer objects than there are slots that were given back.
	Dropped []int `json:"dropped"`
	After   []int `json:"after"`
}

const maxSteps = 700

// team is what the workers share. Exactly one of them runs at a time, the others spin on their own Ps.
type team struct {
	round, arrived, turn, gone int32
	size, staying              int32 // goroutines of this round, and of those to come
	p                          [16]int
	owner                      [maxSteps]int32
	bytes                      [maxSteps]int
	pointers                   [maxSteps]bool
	got                        [maxSteps]uintptr
	heldBytes                  [maxSteps][]byte
	heldPointers               [maxSteps][]*byte
	from, to                   int32
}

var shared team

// pinned returns once each of the team's goroutines holds a P of its own.
//
//go:noinline
func pinned(worker int) {
	for {
		shared.p[worker] = gprobe.Pin()
		atomic.AddInt32(&shared.arrived, 1)
		for tries := 0; tries < 20000; tries++ {
			if atomic.LoadInt32(&shared.arrived) == shared.size {
				return
			}
			gprobe.Yield()
		}
		for {
			n := atomic.LoadInt32(&shared.arrived)
			if n == shared.size {
				return
			}
			if atomic.CompareAndSwapInt32(&shared.arrived, n, n-1) {
				break
			}
		}
		gprobe.Unpin()
		runtime.Gosched()
	}
}

// work does the worker's steps of the round, each at its turn.
//
//go:noinline
func work(worker int) {
	pinned(worker)
	for {
		turn := atomic.LoadInt32(&shared.turn)
		if turn == shared.to {
			break
		}
		if shared.owner[turn] != int32(worker) {
			gprobe.Yield()
			continue
		}
		shared.got[turn] = allocate(shared.bytes[turn], shared.pointers[turn])
		if shared.pointers[turn] {
			shared.heldPointers[turn] = lastPointers
		} else {
			shared.heldBytes[turn] = lastBytes
		}
		atomic.AddInt32(&shared.turn, 1)
	}
	gprobe.Unpin()
	atomic.AddInt32(&shared.gone, 1)
}

//go:noinline
func deep() byte {
	var room [6000]byte
	for i := range room {
		room[i] = byte(i)
	}
	return room[lastIndex&4095]
}

var lastIndex int

func worker(number int) {
	deep() // the stack is large enough before anything is counted
	for seen := int32(0); ; {
		round := atomic.LoadInt32(&shared.round)
		if round == seen {
			runtime.Gosched()
			continue
		}
		seen = round
		work(number)
		if int32(number) >= atomic.LoadInt32(&shared.staying) {
			return
		}
	}
}

// run lets the team do the steps from `from` up to `to`.
func (t *team) run(from, to int) {
	t.from, t.to = int32(from), int32(to)
	atomic.StoreInt32(&t.turn, t.from)
	atomic.StoreInt32(&t.arrived, 0)
	atomic.StoreInt32(&t.gone, 0)
	atomic.AddInt32(&t.round, 1)
	work(0)
	for atomic.LoadInt32(&t.gone) < t.size {
		runtime.Gosched()
	}
}

// warm makes more threads than are needed, since a new one takes memory, and leaves a team of n.
func (t *team) warm(n int) {
	t.size, t.staying = int32(len(t.p)), int32(len(t.p))
	runtime.GOMAXPROCS(len(t.p))
	for i := 1; i < len(t.p); i++ {
		go worker(i)
	}
	t.run(0, 0)
	atomic.StoreInt32(&t.staying, int32(n))
	t.run(0, 0)
	t.size = int32(n)
	runtime.GOMAXPROCS(n)
	for i := 0; i < 3; i++ {
		t.run(0, 0)
	}
}

// drain uses up what spans of this class have free, so that the class goes on with a fresh span; it returns how many slots
// of that are taken.
func drain(size int, pointers bool, more int) int {
	slot := slotOf(size, pointers)
	keep(pointers)
	taken := 0
	var last uintptr
	for i := 0; ; i++ {
		a := allocate(size, pointers)
		keep(pointers)
		if a != last+uintptr(slot) {
			if i > 262144/slot {
				taken = 1
				break
			}
		}
		last = a
	}
	last = addressOf(pointers)
	for ; more > 0; more-- {
		a := allocate(size, pointers)
		keep(pointers)
		if a == last+uintptr(slot) {
			taken++
		} else {
			taken = 1
		}
		last = a
	}
	return taken
}

func addressOf(pointers bool) uintptr {
	if pointers {
		return *(*uintptr)(unsafe.Pointer(&lastPointers))
	}
	return *(*uintptr)(unsafe.Pointer(&lastBytes))
}

var procSizes = []int{24, 48, 96, 128, 256, 512, 640, 1024, 1408, 2048, 4096}

// procs records what several Ps get, each from its own cache, in an order that is drawn.
func procs(seed, count int) {
	r := random{uint32(seed)}
	n := 2 + r.below(3)
	c := procsCase{Procs: n, Taken: make([][3]int, 0, 16), Dropped: make([]int, 0, maxSteps)}
	runtime.GC() // what the program's start left behind is gone before slots are counted
	runtime.GC()
	deep()
	shared.warm(n)
	runtime.GOMAXPROCS(1)
	runtime.ReadMemStats(&before)
	var sizes [6]int
	var pointers [6]bool
	c.Taken = append(c.Taken, [3]int{16, 0, drain(16, false, r.below(400))})
	sizes[0] = []int{4096, 2048, 1024}[r.below(3)] // asked for most, and the only one after the collection
	for i := range sizes {
		if i > 0 {
			sizes[i], pointers[i] = procSizes[r.below(len(procSizes))], r.below(2) == 1
		}
		isNew := true
		for k := 0; k < i; k++ {
			isNew = isNew && (sizes[k] != sizes[i] || pointers[k] != pointers[i])
		}
		if isNew {
			p := 0
			if pointers[i] {
				p = 1
			}
			c.Taken = append(c.Taken, [3]int{sizes[i], p, drain(sizes[i], pointers[i], r.below(20))})
		}
	}
	runtime.ReadMemStats(&before)
	var last uintptr
	for i := 3000 + r.below(512); i > 0; i-- {
		if a := bytesAt(8192); a > last {
			last = a
		}
		keep(false)
	}
	c.LastMod512 = int(last >> 13 & 511)
	draw := drawSteps(&r, n, count, sizes[:], pointers[:])
	var ps [4][16]int
	runtime.GOMAXPROCS(n)
	for k := 0; k < 3; k++ {
		runtime.ReadMemStats(&before)
		shared.run(draw[k], draw[k+1])
		ps[k] = shared.p
	}
	c.Dropped = dropSome(&r, c.Dropped, draw[3], sizes[0])
	if holes := holedSpans(draw[3], sizes[0]); draw[4] > draw[3]+holes {
		draw[4] = draw[3] + holes
	}
	lastBytes, lastPointers = nil, nil
	runtime.ReadMemStats(&before)
	runtime.GOMAXPROCS(1)
	runtime.GC()
	runtime.GOMAXPROCS(n)
	shared.run(draw[3], draw[4])
	ps[3] = shared.p
	for k := 0; k < 3; k++ { // only now: what is written down takes memory too
		c.Rounds = append(c.Rounds, procPlaces(draw[k], draw[k+1], last, ps[k][:]))
	}
	c.After = procPlaces(draw[3], draw[4], last, ps[3][:])
	object(c)
	runtime.KeepAlive(keepBytes)
	runtime.KeepAlive(keepPointers)
}

// drawSteps draws what is asked for, before anything is: where the rounds begin and where the last one ends.
func drawSteps(r *random, n, count int, sizes []int, pointers []bool) (rounds [5]int) {
	who := 0
	step := 0
	for k := 1; k < 4; k++ {
		rounds[k] = rounds[k-1] + count + r.below(40)
		for ; step < rounds[k]; step++ {
			if r.below(6) == 0 {
				who = r.below(n)
			}
			shared.owner[step] = int32(who)
			switch choice := r.below(10); {
			case choice < 3:
				shared.bytes[step], shared.pointers[step] = 1+r.below(15), false
			case choice == 3:
				shared.bytes[step], shared.pointers[step] = sizes[0], false
			case choice < 9:
				i := r.below(len(sizes))
				shared.bytes[step], shared.pointers[step] = sizes[i], pointers[i]
			case r.below(6) == 0:
				shared.bytes[step], shared.pointers[step] = 8192*(16+r.below(8)), false
			default:
				shared.bytes[step], shared.pointers[step] = 8192*(1+r.below(15)), false
			}
		}
	}
	rounds[4] = rounds[3] + 12
	for ; step < rounds[4]; step++ {
		shared.owner[step] = int32(r.below(n))
		shared.bytes[step], shared.pointers[step] = sizes[0], false
	}
	return rounds
}

// dropSome lets go of about every other object of the size that is asked for after the collection.
func dropSome(r *random, dropped []int, steps, size int) []int {
	for i := 0; i < steps; i++ {
		if shared.bytes[i] == size && !shared.pointers[i] && r.below(2) == 0 {
			shared.heldBytes[i] = nil
			dropped = append(dropped, i)
		}
	}
	return dropped
}

// holedSpans counts the spans, all of one page, that have lost objects of this size and kept others: if every request takes
// a span of its own, that many find one. The collector takes pages as well, so none are asked for after it.
func holedSpans(steps, size int) int {
	of := func(i int) bool { return shared.bytes[i] == size && !shared.pointers[i] }
	spans := 0
	for i := 0; i < steps; i++ {
		if !of(i) || shared.heldBytes[i] != nil {
			continue
		}
		first, kept := true, false
		for k := 0; k < steps; k++ {
			if !of(k) || shared.got[k]>>13 != shared.got[i]>>13 {
				continue
			}
			first = first && (k >= i || shared.heldBytes[k] != nil)
			kept = kept || shared.heldBytes[k] != nil
		}
		if first && kept {
			spans++
		}
	}
	return spans
}

// procPlaces are the steps with their places.
func procPlaces(from, to int, last uintptr, ps []int) []int {
	var places []int
	for i := from; i < to; i++ {
		pointers := 0
		if shared.pointers[i] {
			pointers = 1
		}
		place := int(shared.got[i]) - int(last)
		if place < 0 {
			place = int(shared.got[i]&8191) - 8192
		}
		places = append(places, ps[shared.owner[i]], shared.bytes[i], pointers, place)
	}
	return places
}

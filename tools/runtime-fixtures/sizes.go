package main

import "runtime"

type classRow struct {
	Size     int  `json:"size"`
	Pages    int  `json:"pages"`
	Objects  int  `json:"objects"`
	Pointers bool `json:"pointers"`
}

// slotOf is what one allocation of n bytes adds to TotalAlloc.
func slotOf(n int, pointers bool) int {
	runtime.ReadMemStats(&before)
	allocate(n, pointers)
	runtime.ReadMemStats(&after)
	return int(after.TotalAlloc - before.TotalAlloc)
}

// sizeclasses finds every slot size below 32 KiB, then how many pages a fresh span of it has (growth of HeapInuse) and
// how many objects go into it (allocations between two growths).
func sizeclasses(_, _ int) {
	var rows []classRow
	for pass := 0; pass < 2; pass++ {
		pointers := pass == 1
		last := 0
		for n := 8; n <= 32760; n += 8 {
			size := slotOf(n, pointers)
			if size == last || n < 16 && !pointers {
				continue
			}
			last = size
			pages, objects := spanOf(n, pointers)
			rows = append(rows, classRow{size, pages, objects, pointers})
		}
	}
	object(rows)
}

func spanOf(n int, pointers bool) (pages, objects int) {
	runtime.ReadMemStats(&before)
	inuse, grown, count := before.HeapInuse, 0, 0
	for {
		allocate(n, pointers)
		keep(pointers)
		count++
		runtime.ReadMemStats(&after)
		if after.HeapInuse == inuse {
			continue
		}
		grown++
		if grown > 1 { // between two fresh spans exactly one span was filled
			return int(after.HeapInuse-inuse) / 8192, count
		}
		inuse, count = after.HeapInuse, 0
	}
}

type costRow [6]int // size, pointers, bytes, mallocs, address modulo 16, index in BySize or -1

func costOf(n int, pointers bool) costRow {
	runtime.ReadMemStats(&before)
	address := allocate(n, pointers)
	runtime.ReadMemStats(&after)
	class := -1
	for i := range after.BySize {
		if after.BySize[i].Mallocs != before.BySize[i].Mallocs {
			class = i
		}
	}
	p := 0
	if pointers {
		p = 1
	}
	return costRow{n, p, int(after.TotalAlloc - before.TotalAlloc), int(after.Mallocs - before.Mallocs), int(address % 16), class}
}

// allocCost measures the sizes around every size class.
func allocCost(_, _ int) {
	var rows []costRow
	for pass := 0; pass < 2; pass++ {
		pointers := pass == 1
		last := 0
		for n := 8; n <= 41000; n += 8 {
			size := slotOf(n, pointers)
			if size == last {
				continue
			}
			last = size
			if pointers {
				rows = append(rows, costOf(n-8, true), costOf(n, true))
			} else {
				rows = append(rows, costOf(n-8, false), costOf(n-7, false), costOf(n, false))
			}
		}
	}
	object(rows)
}

// everySize measures 0 to 40,000 bytes, with pointers in steps of a word.
func everySize(_, _ int) {
	rows := make([]costRow, 0, 46000)
	for n := 0; n <= 40000; n++ {
		rows = append(rows, costOf(n, false))
		if n%8 == 0 {
			rows = append(rows, costOf(n, true))
		}
	}
	object(rows)
}

type tinyProgram struct {
	Sizes   []int `json:"sizes"`
	Blocks  []int `json:"blocks"`
	Offsets []int `json:"offsets"`
	Mallocs int   `json:"mallocs"`
	Slots   int   `json:"slots"`
	Bytes   int   `json:"bytes"`
}

// tiny runs random programs of objects without pointers below 16 bytes, each on a fresh tiny block.
func tiny(seed, count int) {
	r := random{uint32(seed)}
	programs := make([]tinyProgram, count)
	var got [40]uintptr
	for p := range programs {
		sizes := make([]int, 3+r.below(37))
		for i := range sizes {
			sizes[i] = 1 + r.below(15)
		}
		runtime.ReadMemStats(&before) // forgets the tiny block
		for i, n := range sizes {
			got[i] = bytesAt(n)
		}
		runtime.ReadMemStats(&after)
		t := tinyProgram{
			Sizes:   sizes,
			Mallocs: int(after.Mallocs - before.Mallocs),
			Slots:   int(after.BySize[2].Mallocs - before.BySize[2].Mallocs),
			Bytes:   int(after.TotalAlloc - before.TotalAlloc),
		}
		number := map[uintptr]int{}
		for i := range sizes {
			block := got[i] &^ 15
			if _, ok := number[block]; !ok {
				number[block] = len(number)
			}
			t.Blocks = append(t.Blocks, number[block])
			t.Offsets = append(t.Offsets, int(got[i]&15))
		}
		programs[p] = t
	}
	for _, t := range programs {
		object(t)
	}
}

//go:build go1.16
// +build go1.16

package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

func metric(name string) uint64 {
	sample := []metrics.Sample{{Name: name}}
	metrics.Read(sample)
	if sample[0].Value.Kind() != metrics.KindUint64 {
		return 0
	}
	return sample[0].Value.Uint64()
}

func histogram() []uint64 {
	for _, name := range []string{"/gc/heap/allocs-by-size:bytes", "/gc/heap/allocs-by-size:objects"} {
		sample := []metrics.Sample{{Name: name}}
		metrics.Read(sample)
		if sample[0].Value.Kind() == metrics.KindFloat64Histogram {
			return append([]uint64(nil), sample[0].Value.Float64Histogram().Counts...)
		}
	}
	return nil
}

type borderRow struct {
	Size  int  `json:"size"`
	Large bool `json:"large"`
}

// borders tells small from large by the last bucket of the size histogram.
func borders(_, _ int) {
	rows := []borderRow{}
	histogram()
	for _, n := range []int{28672, 28673, 32759, 32760, 32761, 32767, 32768, 32769, 40000} {
		first := histogram()
		for i := 0; i < 1000; i++ {
			lastBytes = make([]byte, n)
		}
		second := histogram()
		if first == nil {
			break
		}
		end := len(first) - 1
		rows = append(rows, borderRow{n, second[end]-first[end] > 500})
	}
	object(rows)
}

type goalRow struct {
	GOGC    int    `json:"gogc"`
	Live    uint64 `json:"live"`
	Stacks  uint64 `json:"stacks"`
	Globals uint64 `json:"globals"`
	NextGC  uint64 `json:"nextGC"`
}

// goal records the next heap goal beside everything that it is said to depend on.
func goal(seed, count int) {
	r := random{uint32(seed)}
	rows := []goalRow{}
	for i := 0; i < count; i++ {
		for k := 0; k < 1+r.below(40); k++ {
			bytesAt(1 << 18)
			keep(false)
		}
		gogc := 10 + r.below(400)
		debug.SetGCPercent(gogc)
		runtime.GC()
		runtime.ReadMemStats(&after)
		row := goalRow{gogc, metric("/gc/heap/live:bytes"), metric("/gc/scan/stack:bytes"), metric("/gc/scan/globals:bytes"), after.NextGC}
		debug.SetGCPercent(-1)
		if row.Live > 0 {
			rows = append(rows, row)
		}
	}
	object(rows)
}

// Command runtime-fixtures observes what Go's memory management really does and prints it as JSON, one object a line.
// Everything it states was seen: in the statistics, in addresses, or in the bounds of a stack. It knows no rule of the
// runtime. Run it with GOMAXPROCS=1; it switches collection off by itself except where a kind is about collections.
//
// usage: runtime-fixtures KIND [SEED [COUNT]]
package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"unsafe"
)

var (
	keepBytes    = make([][]byte, 0, 1<<21)
	keepPointers = make([][]*byte, 0, 1<<17)
	lastBytes    []byte
	lastPointers []*byte
	before       runtime.MemStats
	after        runtime.MemStats
)

//go:noinline
func bytesAt(n int) uintptr {
	lastBytes = make([]byte, n)
	return *(*uintptr)(unsafe.Pointer(&lastBytes))
}

// pointersAt allocates n bytes of pointers; n is a multiple of 8.
//
//go:noinline
func pointersAt(n int) uintptr {
	lastPointers = make([]*byte, n/8)
	return *(*uintptr)(unsafe.Pointer(&lastPointers))
}

func allocate(n int, pointers bool) uintptr {
	if pointers {
		return pointersAt(n)
	}
	return bytesAt(n)
}

func keep(pointers bool) {
	if pointers {
		keepPointers = append(keepPointers, lastPointers)
	} else {
		keepBytes = append(keepBytes, lastBytes)
	}
}

type head struct {
	Schema     int    `json:"schema"`
	GoVersion  string `json:"goVersion"`
	GOOS       string `json:"goos"`
	GOARCH     string `json:"goarch"`
	GOMAXPROCS int    `json:"gomaxprocs"`
	GOGC       string `json:"gogc"`
}

var kinds = map[string]func(seed, count int){
	"sizeclasses": sizeclasses,
	"alloc-cost":  allocCost,
	"every-size":  everySize,
	"borders":     borders,
	"tiny":        tiny,
	"pages":       pages,
	"pageholes":   pageholes,
	"procs":       procs,
	"reuse":       reuse,
	"heapgrow":    heapgrow,
	"goal":        goal,
	"stackgrow":   stackgrow,
	"stackbig":    stackbig,
	"shrink":      shrink,
	"adaptive":    adaptive,
	"stackpool":   stackpool,
}

func argument(i, otherwise int) int {
	if len(os.Args) <= i {
		return otherwise
	}
	n, err := strconv.Atoi(os.Args[i])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	return n
}

func main() {
	debug.SetGCPercent(-1)
	runtime.MemProfileRate = 0
	if len(os.Args) < 2 {
		os.Exit(2)
	}
	if os.Args[1] == "head" {
		object(head{1, runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.GOMAXPROCS(0), "off"})
		return
	}
	run, ok := kinds[os.Args[1]]
	if !ok {
		fmt.Fprintln(os.Stderr, "unknown kind", os.Args[1])
		os.Exit(2)
	}
	run(argument(2, 1), argument(3, 1))
}

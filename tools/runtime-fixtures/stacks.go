package main

import (
	"runtime"
	"runtime/debug"

	"runtimefixtures/gprobe"
	"runtimefixtures/stackprobe"
)

type growCase struct {
	Functions []string `json:"functions"`
	// Pairs: depth (1 is the goroutine's own function) and the size seen in its body, wherever it differs from the last.
	Sizes [][2]int `json:"sizes"`
	// Bytes in use in the body of every function, from the stack's high end down to its stack pointer.
	Used []int `json:"used"`
}

func runSequence(sequence []int, everyUse bool) growCase {
	stackprobe.Run(sequence)
	c := growCase{Functions: []string{"Root"}}
	last := uintptr(0)
	for d := 0; d <= len(sequence); d++ {
		if d > 0 {
			c.Functions = append(c.Functions, stackprobe.Names[sequence[d-1]])
		}
		size := stackprobe.Hi[d] - stackprobe.Lo[d]
		if size != last {
			c.Sizes = append(c.Sizes, [2]int{d + 1, int(size)})
			last = size
		}
		if everyUse || d == len(sequence) {
			c.Used = append(c.Used, int(stackprobe.Hi[d]-stackprobe.SP[d]))
		}
	}
	return c
}

// stackgrow calls random chains of functions on fresh goroutines.
func stackgrow(seed, count int) {
	r := random{uint32(seed)}
	for i := 0; i < count; i++ {
		length := 20 + r.below(180)
		sequence := make([]int, length)
		pool := 1 + r.below(8)
		choice := make([]int, pool)
		for k := range choice {
			choice[k] = r.below(stackprobe.Small)
		}
		for k := range sequence {
			sequence[k] = choice[r.below(pool)]
			if r.below(60) == 0 {
				sequence[k] = r.below(len(stackprobe.Names))
			}
		}
		object(runSequence(sequence, false))
	}
}

// stackbig calls one function with a large frame below a few small ones.
func stackbig(seed, _ int) {
	r := random{uint32(seed)}
	for big := stackprobe.Small; big < len(stackprobe.Names); big++ {
		sequence := make([]int, r.below(12))
		for k := range sequence {
			sequence[k] = r.below(stackprobe.Small)
		}
		object(runSequence(append(sequence, big), true))
	}
}

type shrinkCase struct {
	StartSize int   `json:"startSize"`
	Used      int   `json:"used"`
	Sizes     []int `json:"sizes"`
}

//go:noinline
func deepen(n int, then func()) byte {
	var b [1000]byte
	b[n&511] = byte(n)
	if n <= 0 {
		then()
		return b[1]
	}
	return deepen(n-1000, then) + b[(n+1)&511]
}

// shrink lets a goroutine use much stack, parks it deep or shallow, and records its stack after each collection.
func shrink(seed, count int) {
	r := random{uint32(seed)}
	for i := 0; i < count; i++ {
		deep, parked := 2000+r.below(200000), 0
		if i%2 == 1 {
			parked = r.below(20000)
		}
		ready, release := make(chan uintptr), make(chan bool)
		go func() {
			deepen(deep, func() {})
			deepen(parked, func() {
				ready <- gprobe.G()
				<-release
			})
			ready <- 0
		}()
		g := <-ready
		runtime.Gosched()
		c := shrinkCase{Used: int(gprobe.ParkedUse(g))}
		lo, hi := gprobe.Bounds(g)
		c.StartSize = int(hi - lo)
		for k := 0; k < 14; k++ {
			runtime.GC()
			lo, hi = gprobe.Bounds(g)
			c.Sizes = append(c.Sizes, int(hi-lo))
		}
		release <- true
		<-ready
		object(c)
	}
}

type adaptiveCase struct {
	Parked   int   `json:"parked"`
	Used     int   `json:"used"`
	Metric   int   `json:"metric"`
	Fresh    []int `json:"fresh"`
	Recycled []int `json:"recycled"`
}

// adaptive parks many goroutines at one depth, collects, and records the first stack of goroutines started then.
func adaptive(seed, count int) {
	r := random{uint32(seed)}
	for i := 0; i < count; i++ {
		object(adaptiveOnce(1000 * (1 + r.below(14))))
	}
}

func adaptiveOnce(depth int) adaptiveCase {
	const parked = 1024 // so many that the few goroutines of the runtime do not weigh in the average
	debug.SetGCPercent(-1)
	ready, release := make(chan uintptr), make(chan bool)
	gs := make([]uintptr, parked)
	for i := range gs {
		go func() {
			deepen(depth, func() {
				ready <- gprobe.G()
				<-release
			})
			ready <- 0
		}()
		gs[i] = <-ready
	}
	runtime.Gosched()
	c := adaptiveCase{Parked: parked, Used: int(gprobe.ParkedUse(gs[0]))}
	for _, g := range gs {
		if int(gprobe.ParkedUse(g)) != c.Used {
			panic("goroutines parked at different depths")
		}
	}
	runtime.GC()
	c.Metric = int(metric("/gc/stack/starting-size:bytes"))
	sizes := make(chan int)
	one := func() int {
		go func() {
			lo, hi := gprobe.Bounds(gprobe.G())
			sizes <- int(hi - lo)
		}()
		return <-sizes
	}
	for i := 0; i < 8; i++ { // warm: from then on each start reuses the goroutine that just ended
		one()
	}
	for i := 0; i < 12; i++ {
		c.Recycled = append(c.Recycled, one())
	}
	hold := make(chan bool)
	const together = 200
	for i := 0; i < together; i++ {
		go func() {
			lo, hi := gprobe.Bounds(gprobe.G())
			sizes <- int(hi - lo)
			<-hold
		}()
	}
	for i := 0; i < together; i++ {
		c.Fresh = append(c.Fresh, <-sizes)
	}
	close(hold)
	for range gs {
		release <- true
		<-ready
	}
	return c
}

type poolCase struct {
	Steps []int `json:"steps"`
	Delta []int `json:"delta"`
}

// stackpool starts goroutines that stay, and records when StackInuse grows.
func stackpool(_, count int) {
	hold := make(chan bool)
	runtime.ReadMemStats(&before)
	last := before.StackInuse
	var c poolCase
	for i := 0; i < count; i++ {
		go func() { <-hold }()
		runtime.Gosched()
		runtime.ReadMemStats(&after)
		if after.StackInuse != last {
			c.Steps = append(c.Steps, i)
			c.Delta = append(c.Delta, int(after.StackInuse-last))
			last = after.StackInuse
		}
	}
	close(hold)
	object(c)
}

package main

import "testing"

type job struct {
	id    string
	score [4]int
}

func mix(seed, i int) int {
	seed = seed*31 + i
	switch {
	case seed%7 == 0:
		seed++
	case seed%11 == 0:
		seed += 2
	case seed%13 == 0:
		seed += 3
	}
	return seed
}

func scores(n int) (s [4]int) {
	var j job
	for i := range j.score {
		n = mix(n, i)
		j.score[i] = mix(n, i+1)
	}
	return j.score
}

func newJob(id string, n int) *job {
	return &job{id, scores(n)}
}

var total int

func main() {
	n := testing.AllocsPerRun(99,
		func() {
			j := newJob("a", 3)
			total = j.score[3]
		})
	println(total, newJob("b", 4).id)
	println("allocations", int(n))
}

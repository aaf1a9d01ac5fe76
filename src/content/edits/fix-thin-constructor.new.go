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

func fill(j *job, n int) {
	for i := range j.score {
		n = mix(n, i)
		j.score[i] = mix(n, i+1)
	}
}

func newJob(id string, n int) *job {
	j := new(job)
	j.id = id
	fill(j, n)
	return j
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

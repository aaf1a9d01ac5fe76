package main

import "testing"

type set struct {
	ids [8]int
	n   int
}

var limit = 6

func newSet(seed int) *set {
	s := &set{n: limit}
	s.fill(seed)
	return s
}

func (s *set) fill(seed int) {
	for i := range s.ids {
		s.ids[i] = seed*i + s.n&3
		if s.ids[i] > 40 {
			s.ids[i] %= 40
			s.n += s.ids[i] / 7
		}
		if i > 0 && s.ids[i] == 0 {
			s.ids[i] = s.ids[i-1] + 1
			s.n--
		}
		if s.ids[i]%2 == 1 {
			s.n += seed
		}
		s.ids[i] += 3 * s.n
	}
}

var total int

func main() {
	count := testing.AllocsPerRun
	a := count(9, func() {
		total += newSet(7).ids[3]
	})
	println("allocations", int(a))
}

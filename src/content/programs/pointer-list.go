package main

func largest() int {
	a, b := 3, 5
	best := 0
	for _, p := range []*int{&a, &b} {
		best = max(best, *p)
	}
	return best
}

func main() {
	println(largest())
}

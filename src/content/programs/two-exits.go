package main

func find(limit int) *int {
	best := 0
	other := 1
	if limit < 0 {
		return &best
	}
	best = limit + other
	n := best
	return &n
}

func main() {
	println(*find(3))
}

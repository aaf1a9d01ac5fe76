package main

func larger(a, b int) *int {
	best := a
	spare := b
	p := &best
	q := &spare
	if *q > *p {
		*p = *q
	}
	result := p
	return result
}

func main() {
	println(*larger(3, 5))
}

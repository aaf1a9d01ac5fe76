package main

var last any

func turn(a, b *int) (*int, *int) {
	return b, a
}

func ignore(p *int) {}

func box(s []int) { last = s }

func load(pp **int) *int {
	return *pp
}

func main() {
	x, y := 1, 2
	p, q := turn(&x, &y)
	ignore(p)
	box([]int{*q})
	println(*load(&p))
}

package main

type pair struct{ a, b *int }

func split() (*int, int) {
	x := 1
	y := 2
	p := pair{&x, &y}
	return p.a, *p.b
}

func main() {
	q, n := split()
	println(*q, n)
}

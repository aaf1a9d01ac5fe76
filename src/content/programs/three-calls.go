package main

type shape interface{ area(*int) }

type disc struct{}

func (disc) area(n *int) { *n = 4 }

func direct(n *int) { *n = 1 }

func run(f func(*int), s shape) {
	a, b, c := 1, 2, 3
	direct(&a)
	f(&b)
	s.area(&c)
	println(a, b, c)
}

func main() {
	run(direct, disc{})
}

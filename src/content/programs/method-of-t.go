package main

type adder interface{ add(*int) }

type one struct{}

func (one) add(n *int) { *n++ }

func apply[T adder](t T) int {
	n := 4
	t.add(&n)
	return n
}

func main() {
	println(apply(one{}))
}

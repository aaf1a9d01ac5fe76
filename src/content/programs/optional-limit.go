package main

type options struct{ limit *int }

func top(xs []int, o *options) int {
	n := len(xs)
	if o.limit != nil {
		n = min(n, *o.limit)
	}
	return n
}

var defaults options

func configure(o options) {
	defaults = o
}

func main() {
	xs := []int{5, 6, 7}
	n := 2
	println(top(xs, &options{&n}))
	m := 1
	configure(options{&m})
	println(*defaults.limit)
}

package main

var sink *int

func choose(debug bool) int {
	x := 1
	y := 2
	p := &x
	if debug {
		sink = p
	}
	p = &y
	return *p
}

func main() {
	println(choose(false))
}

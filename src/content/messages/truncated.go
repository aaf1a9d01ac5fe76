package main

type block struct {
	parent *block
	name   *int
}

var kept *int

func walk(parent *block, name *int, depth int) {
	b := &block{parent, name}
	if depth > 0 {
		walk(b, name, depth-1)
	}
	kept = parent.name
}

func main() {
	walk(nil, new(int), 3)
}

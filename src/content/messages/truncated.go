package main

type block struct {
	parent *block
	name   *int
}

func (b *block) find() *int {
	if b.parent == nil {
		return b.name
	}
	return b.parent.find()
}

func walk(parent *block, name *int, depth int) {
	b := &block{parent, name}
	if depth > 0 {
		walk(b, name, depth-1)
	}
	println(*b.find())
}

func main() {
	walk(nil, new(int), 3)
}

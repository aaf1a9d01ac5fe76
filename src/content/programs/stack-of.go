package main

type stack[T any] struct {
	items []T
}

func (s *stack[T]) push(v T) {
	s.items = append(s.items, v)
}

func main() {
	var s stack[int]
	s.push(1)
	n := 2
	var p stack[*int]
	p.push(&n)
	println(len(s.items), *p.items[0])
}

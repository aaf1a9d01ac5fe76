package main

type sized interface{ size() int }

type box[T any] struct{ value *T }

func (b *box[T]) size() int { return 1 }

func measure[T any](value *T) int {
	var s sized = &box[T]{value}
	return s.size()
}

func main() {
	n := 1
	println(measure(&n))
}

package main

type holder[T any] interface{ get() int }

type one struct{}

func (one) get() int { return 1 }

func measure[T any](value T) int {
	var h holder[T] = one{}
	return h.get()
}

func main() {
	println(measure("go"))
}

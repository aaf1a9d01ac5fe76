package main

type number interface {
	~int | ~float64
}

func maxOf[T number](a, b *T) T {
	if *a > *b {
		return *a
	}
	return *b
}

func main() {
	x, y := 3, 4
	println(maxOf(&x, &y))
}

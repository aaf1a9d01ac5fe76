package main

func keep[T any](v T) *T {
	c := v
	return &c
}

func last[T any](vs []T) T {
	tmp := make([]T, 1)
	tmp[0] = vs[len(vs)-1]
	return tmp[0]
}

func main() {
	println(*keep(1), *keep("go"))
	println(last([]int{1, 2}))
}

package main

func first(pp **int) int {
	return **pp
}

func second(pp **int) *int {
	return *pp
}

func third(x int) **int {
	p := &x
	return &p
}

func main() {
	n := 4
	p := &n
	println(first(&p), *second(&p))
	println(**third(5))
}

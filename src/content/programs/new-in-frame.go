package main

func half(n int) int {
	p := new(int)
	*p = n / 2
	return *p
}

func main() {
	println(half(8))
}

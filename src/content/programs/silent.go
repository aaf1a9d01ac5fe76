package main

func double(n int) int {
	m := n * 2
	return m
}

func half(n int) *int {
	m := n / 2
	return &m
}

func main() {
	println(double(4), *half(4))
}

package main

func double(n int) int {
	return n + n
}

func main() {
	println(double(2))
}

package main

func sum(n int) int {
	squares := make([]int, 4)
	squares[n] = n * n
	return squares[0] + squares[n]
}

func main() {
	println(sum(3))
}

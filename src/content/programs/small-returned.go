package main

func three() []int {
	xs := make([]int, 3)
	xs[0] = 1
	return xs
}

func main() {
	println(len(three()))
}

package main

func mean(a, b, c int) int {
	xs := []int{a, b, c}
	sum := 0
	for _, x := range xs {
		sum += x
	}
	return sum / len(xs)
}

func main() {
	println(mean(1, 2, 6))
}

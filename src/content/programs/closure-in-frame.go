package main

func total(xs []int) int {
	sum := 0
	add := func(x int) { sum += x }
	for _, x := range xs {
		add(x)
	}
	return sum
}

func main() {
	println(total([]int{1, 2, 3}))
}

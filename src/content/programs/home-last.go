package main

var last *int

func sum(xs []int) int {
	total := new(int)
	for _, x := range xs {
		*total += x
	}
	last = total
	return *total
}

func main() {
	println(sum([]int{3, 1, 4}))
}

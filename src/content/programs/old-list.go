package main

func sum(n int) int {
	f := func() int { return n + 1 }
	xs := make([]int, n)
	m := map[int]int{1: f()}
	return len(xs) + m[1]
}

func main() {
	println(sum(3))
}

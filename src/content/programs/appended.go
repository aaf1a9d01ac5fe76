package main

func local(n int) int {
	var xs []int
	for i := 0; i < n; i++ {
		xs = append(xs, i)
	}
	return len(xs)
}

func given(n int) []int {
	var ys []int
	for i := 0; i < n; i++ {
		ys = append(ys, i)
	}
	return ys
}

func main() {
	println(local(4), len(given(4)))
}

package main

func constant() int {
	n := 10
	a := make([]int, n)
	return len(a)
}

func variable(n int) int {
	b := make([]int, n)
	return len(b)
}

func main() {
	println(constant(), variable(4))
}

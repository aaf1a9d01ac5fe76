package main

func deep(n int) int {
	var pad [1 << 10]int
	pad[0] = n
	if n == 0 {
		return 0
	}
	return deep(n-1) + pad[0]
}

func main() {
	println(deep(10000))
}

package main

func changed() int {
	n := 10
	n++
	a := make([]int, n)
	return len(a)
}

func returned(n int) []int {
	b := make([]int, n)
	return b
}

func main() {
	println(changed())
	println(len(returned(3)))
}

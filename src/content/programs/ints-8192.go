package main

func exact() int {
	a := make([]int, 8192)
	return len(a)
}

func over() int {
	b := make([]int, 8193)
	return len(b)
}

func literal() int {
	c := []int{99999: 1}
	return len(c)
}

func main() {
	println(exact(), over())
	println(literal())
}

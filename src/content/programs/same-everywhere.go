package main

func three() int {
	p := new(int)
	q := &[2]int{1, 2}
	*p = q[1]
	return *p + 1
}

func main() {
	println(three())
}

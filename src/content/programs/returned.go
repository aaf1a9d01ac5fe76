package main

func counter() *int {
	n := 1
	step := 2
	n += step
	return &n
}

func main() {
	c := counter()
	*c += 10
	println(*c)
}

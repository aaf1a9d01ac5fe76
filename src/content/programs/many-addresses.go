package main

func span() int {
	a, b := 1, 5
	p, q := &a, &b
	if *p > *q {
		p, q = q, p
	}
	return *q - *p
}

func main() {
	println(span())
}

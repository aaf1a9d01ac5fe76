package main

type cart struct{ total int }

func add(c *cart, n int) {
	c.total += n
}

func twice(c *cart) {
	add(c, 1)
	add(c, 2)
}

func fill(c *cart) {
	twice(c)
	twice(c)
}

func main() {
	c := cart{}
	fill(&c)
	println(c.total)
}

package main

type node struct {
	next *node
	val  int
}

func last() int {
	a := node{val: 1}
	b := node{val: 2}
	c := node{val: 3}
	a.next = &b
	p := &a
	q := p.next
	c.next = q
	return c.next.val
}

func main() {
	println(last())
}

package main

type point struct{ x, y int }

func (p point) sum() int {
	return p.x + p.y
}

func (p point) address() *point {
	return &p
}

func main() {
	a := point{1, 2}
	println(a.sum())
	println(a.address().x)
}

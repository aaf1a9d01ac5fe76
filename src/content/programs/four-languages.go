package main

type point struct{ x, y int }

func corner() *point {
	p := point{3, 4}
	return &p
}

func inside() int {
	q := &point{5, 6}
	return q.x * q.y
}

func main() {
	println(corner().x, inside())
}

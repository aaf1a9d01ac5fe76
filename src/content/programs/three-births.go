package main

type point struct{ x, y int }

func viaNew() int {
	p := new(point)
	p.x = 1
	return p.x
}

func viaLiteral() *point {
	p := &point{1, 2}
	return p
}

func viaAddress() int {
	v := point{3, 4}
	p := &v
	return p.y
}

func main() {
	println(viaNew())
	println(viaLiteral().y)
	println(viaAddress())
}

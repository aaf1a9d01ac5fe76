package main

type point struct{ x, y int }

func origin() *point {
	return &point{}
}

func main() {
	println(origin().x)
}

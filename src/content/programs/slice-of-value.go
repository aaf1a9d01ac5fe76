package main

type row struct {
	cells []int
}

func (r row) first() []int {
	return r.cells[:1]
}

func main() {
	r := row{cells: []int{1, 2, 3}}
	println(r.first()[0])
}

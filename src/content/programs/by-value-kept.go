package main

type row struct{ cells [4]int }

var last []int

func remember(r row) {
	last = r.cells[:]
}

func main() {
	remember(row{[4]int{1, 2, 3, 4}})
	println(len(last))
}

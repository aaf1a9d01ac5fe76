package main

type matrix struct{ cells [9]int }

func trace(m *matrix) int {
	return m.cells[0] + m.cells[4] +
		m.cells[8]
}

func main() {
	m := matrix{}
	m.cells[4] = 2
	println(trace(&m))
}

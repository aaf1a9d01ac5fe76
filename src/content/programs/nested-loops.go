package main

func best(rows [][]int) int {
	var top *int
	sum := 0
	for _, row := range rows {
		for _, x := range row {
			y := x * x
			if top == nil || y > *top {
				top = &y
			}
			z := &sum
			*z += x
		}
	}
	return *top + sum
}

func main() {
	println(best([][]int{{1}, {3}}))
}

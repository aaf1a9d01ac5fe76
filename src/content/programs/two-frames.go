package main

type pair struct{ a, b int }

func sum(p pair) int {
	total := p.a + p.b
	return total
}

func main() {
	v := pair{3, 4}
	println(sum(v))
}

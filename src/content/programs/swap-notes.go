package main

func larger(a, b *int) *int {
	if *a > *b {
		return a
	}
	return b
}

func sum(a, b *int) int {
	return *a + *b
}

func main() {
	x := 3
	y := 4
	println(*larger(&x, &y))
	println(sum(&x, &y))
}

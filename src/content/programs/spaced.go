package main

// go:noinline
func spaced(n int) *int {
	a := n
	return &a
}

//go:noinline
func tight(n int) *int {
	b := n
	return &b
}

func main() {
	println(*spaced(1), *tight(2))
}

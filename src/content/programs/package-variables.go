package main

var count int
var keep *int

func bump(n int) {
	count += n
	last := n
	keep = &last
}

func main() {
	bump(2)
	println(count, *keep)
}

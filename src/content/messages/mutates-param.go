package main

func reset(p *int) {
	*p = 0
}

func main() {
	n := 1
	reset(&n)
	println(n)
}

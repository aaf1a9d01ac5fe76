package main

func read(p *int) int {
	return *p
}

func main() {
	n := 1
	println(read(&n))
}

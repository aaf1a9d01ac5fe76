package main

func same(p *int) *int {
	return p
}

func main() {
	n := 1
	println(*same(&n))
}

package main

func address() *int {
	n := 1
	return &n
}

func main() {
	println(*address())
}

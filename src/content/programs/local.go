package main

func answer() *int {
	n := 42
	return &n
}

func main() {
	println(*answer())
}

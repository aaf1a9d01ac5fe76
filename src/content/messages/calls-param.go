package main

func ask(f func() *int) *int {
	return f()
}

func main() {
	n := 1
	println(*ask(func() *int { return &n }))
}

package main

func start(really bool) int {
	n := 1
	if really {
		go func() { n++ }()
	}
	return n
}

func main() {
	println(start(false))
}

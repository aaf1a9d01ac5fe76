package main

func size(a, b string) int {
	return len(a + "/" + b)
}

func join(a, b string) string {
	return a + "/" + b
}

func main() {
	println(size("x", "y"))
	println(join("x", "y"))
}

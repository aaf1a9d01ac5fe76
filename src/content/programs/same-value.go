package main

func keepsCopy(v int) int {
	w := v
	return w
}

func keepsAddress(v int) *int {
	w := v
	return &w
}

func main() {
	println(keepsCopy(1))
	println(*keepsAddress(2))
}

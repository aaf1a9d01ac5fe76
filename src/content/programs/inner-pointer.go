package main

func total(words []string) int {
	sum := 0
	for _, w := range words {
		n := len(w)
		p := &n
		sum += *p
	}
	return sum
}

func main() {
	w := []string{"go", "heap"}
	println(total(w))
}

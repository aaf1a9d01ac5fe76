package main

func longest(words []string) int {
	var best *int
	for _, w := range words {
		n := len(w)
		if best == nil || n > *best {
			best = &n
		}
	}
	return *best
}

func main() {
	w := []string{"go", "stack"}
	println(longest(w))
}

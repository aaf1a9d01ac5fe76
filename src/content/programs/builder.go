package main

import "strings"

func line(words []string) string {
	var sb strings.Builder
	for _, w := range words {
		sb.WriteString(w)
		sb.WriteByte(' ')
	}
	return sb.String()
}

func main() {
	w := []string{"go", "heap"}
	println(line(w))
}

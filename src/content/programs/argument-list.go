package main

import "fmt"

func count(args ...any) int {
	return len(args)
}

func main() {
	a := len("stack")
	b := len("heap") * 100
	for b < 5000 {
		b += a
	}
	println(count(a, b))
	fmt.Println(a, b)
}

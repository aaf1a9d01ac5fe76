package main

import "fmt"

func main() {
	n := 1000
	for n > 990 {
		n -= 3
	}
	fmt.Println(n)
}

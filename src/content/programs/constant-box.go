package main

import "fmt"

func main() {
	x := 42
	y := 42
	y++
	fmt.Println(x)
	fmt.Println(y)
}

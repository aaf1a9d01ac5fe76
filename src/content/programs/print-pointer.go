package main

import "fmt"

type user struct{ name string }

func show(u *user) {
	fmt.Printf("%v\n", u)
}

func size(u *user) int {
	return len(u.name)
}

func main() {
	a := &user{"ann"}
	b := &user{"ben"}
	show(a)
	fmt.Println(size(b))
}

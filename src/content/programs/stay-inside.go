package main

func main() {
	a, b, c, d := 1, 2, 3, 4
	lit := []*int{&a}
	var arr [1]*int
	arr[0] = &b
	lit[0] = &c
	arr2 := [1]*int{&d}
	println(*lit[0], *arr[0])
	println(*arr2[0])
}

package main

type tree struct {
	left, right *tree
}

type flat struct {
	left, right [64]int32
}

func nested() *tree {
	return &tree{&tree{}, &tree{}}
}

func inline() int {
	f := flat{}
	f.left[0] = 1
	return int(f.left[0])
}

func main() {
	println(nested() != nil, inline())
}

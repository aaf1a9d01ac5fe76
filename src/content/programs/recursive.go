package main

type tree struct {
	left, right *tree
	val         int
}

func sum(t *tree) int {
	if t == nil {
		return 0
	}
	l := sum(t.left)
	r := sum(t.right)
	return l + r + t.val
}

func main() {
	leaf := &tree{val: 1}
	root := &tree{left: leaf}
	println(sum(root))
}

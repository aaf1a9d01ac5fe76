package main

func add(n *int) { *n++ }

func viaVariable(flip bool) int {
	x := 1
	f := add
	if flip {
		f = func(n *int) { *n-- }
	}
	f(&x)
	return x
}

func main() {
	println(viaVariable(true))
}

package main

type holder struct{ n *int }

func hold(v int) holder {
	twice := v * 2
	return holder{&twice}
}

func main() {
	h := hold(21)
	println(*h.n)
}

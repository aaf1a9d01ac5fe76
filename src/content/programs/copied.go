package main

type pair struct{ a, b int }

func keep(p pair) *pair {
	return &p
}

func main() {
	v := pair{1, 2}
	q := keep(v)
	println(q.a, v.b)
}

package main

func first(n int) int {
	var ps []*int
	for i := 0; i < n; i++ {
		v := i
		ps = append(ps, &v)
	}
	return *ps[0]
}

func main() {
	println(first(3))
}

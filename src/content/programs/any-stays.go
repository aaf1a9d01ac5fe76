package main

func size(v any) int {
	n, ok := v.(int)
	if ok {
		return n
	}
	return 0
}

func main() {
	n := 5000
	println(size(n))
}

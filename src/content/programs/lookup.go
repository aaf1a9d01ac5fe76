package main

var seen = map[string]int{}

func read(key []byte) int {
	return seen[string(key)]
}

func write(key []byte) {
	seen[string(key)] = 1
}

func same(a, b []byte) bool {
	return string(a) == string(b)
}

func main() {
	k := []byte("k")
	write(k)
	println(read(k), same(k, k))
}

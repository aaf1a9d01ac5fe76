package main

func count(n int) int {
	var keep *int
	for i := 0; i < n; i++ {
		keep = new(int)
		*keep = i
	}
	return *keep
}

func main() {
	println(count(4))
}

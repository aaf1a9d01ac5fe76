package main

func sum() int {
	var block [1 << 20]byte
	block[3] = 4
	return int(block[3])
}

func main() {
	println(sum())
}

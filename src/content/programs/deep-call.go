package main

func down(n int) int {
	var pad [1000]byte
	pad[n%9] = 1
	if n == 0 {
		return 0
	}
	return down(n-1) + int(pad[n%9])
}

func main() {
	println("depth", down(5000))
}

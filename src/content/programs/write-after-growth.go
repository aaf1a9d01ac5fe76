package main

//go:noinline
func deep(n int, pp **int) int {
	var pad [256]byte
	pad[n%256] = 1
	if n == 0 {
		**pp++
		return 0
	}
	return deep(n-1, pp) +
		int(pad[n%256]) - 1
}

func main() {
	done := make(chan int)
	go func() {
		x := 7
		p := &x
		deep(100, &p)
		done <- x
	}()
	println("x is", <-done)
}

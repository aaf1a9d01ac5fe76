package main

func depth(n int) int {
	if n == 0 {
		return 0
	}
	return depth(n-1) + 1
}

func main() {
	done := make(chan bool)
	go func() {
		println("depth", depth(100000))
		done <- true
	}()
	<-done
}

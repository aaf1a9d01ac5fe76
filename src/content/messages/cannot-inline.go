package main

func wait(c chan int) int {
	defer println("done")
	return <-c
}

func main() {
	c := make(chan int, 1)
	c <- 1
	println(wait(c))
}

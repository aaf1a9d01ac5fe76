package main

func main() {
	done := make(chan bool)
	total := 0
	limit := 10
	go func() {
		for i := 0; i < limit; i++ {
			total += i
		}
		done <- true
	}()
	<-done
	println(total)
}

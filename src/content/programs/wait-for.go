package main

import "sync"

func both() int {
	var wg sync.WaitGroup
	var sums [2]int
	wg.Add(2)
	for i := range 2 {
		go func() {
			sums[i] = i + 1
			wg.Done()
		}()
	}
	wg.Wait()
	return sums[0] + sums[1]
}

func main() {
	println(both())
}

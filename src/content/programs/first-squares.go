package main

func squares() []int {
	out := make([]int, 8)
	for i := range out {
		out[i] = i * i
	}
	return out
}

func main() {
	sum := 0
	for _, v := range squares() {
		sum += v
	}
	println(sum)
}

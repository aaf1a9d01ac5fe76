package main

func small() *[4]int {
	var v [4]int
	return &v
}

func big() int {
	v := make([]int, 10000)
	for i := range v {
		v[i] = i
	}
	return v[9999]
}

func main() {
	println(small()[0], big())
}

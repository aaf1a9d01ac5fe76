package main

func counter() func() int {
	n := 0
	return func() int {
		n++
		return n
	}
}

func fixed(n int) func() int {
	k := n * 2
	return func() int { return k }
}

func local(xs []int) int {
	sum := 0
	add := func(x int) { sum += x }
	for _, x := range xs {
		add(x)
	}
	return sum
}

func main() {
	println(counter()(), fixed(2)())
	println(local([]int{1, 2}))
}

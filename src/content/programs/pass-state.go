package main

func each(xs []int, f func(int)) {
	for _, x := range xs {
		f(x)
	}
}

var hooks []func(int)

func on(f func(int)) {
	hooks = append(hooks, f)
}

func main() {
	sum := 0
	each([]int{1, 2}, func(x int) {
		sum += x
	})
	seen := 0
	on(func(x int) { seen += x })
	hooks[0](3)
	println(sum, seen)
}

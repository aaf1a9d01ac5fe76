package main

func once() (err int) {
	code := 3
	defer func() { err = code }()
	return 0
}

func each(n int) (sum int) {
	for i := 0; i < n; i++ {
		k := i
		defer func() { sum += k }()
	}
	return 0
}

func main() {
	println(once(), each(3))
}

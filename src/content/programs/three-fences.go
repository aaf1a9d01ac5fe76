package main

//go:noinline
func a(n int) int { return n + 1 }

// go:noinline
func b(n int) int { return n + 2 }

// go: noinline
func c(n int) int { return n + 3 }

func main() {
	println(a(1), b(2), c(3))
}

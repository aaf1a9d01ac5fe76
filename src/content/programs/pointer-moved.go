package main

var keep **int

func set() {
	x := 1
	p := &x
	keep = &p
}

func main() {
	set()
	println(**keep)
}

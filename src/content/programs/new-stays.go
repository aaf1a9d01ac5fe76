package main

func main() {
	p := new(int)
	*p = 7
	println(*p)
}

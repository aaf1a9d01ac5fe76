package main

var sink any

func keep(x any) { sink = x }

func look(x any) bool {
	_, ok := x.(int)
	return ok
}

func main() {
	n := len("abc")
	for n < 1000 {
		n += n
	}
	p := &n
	println(look(n))
	keep(n)
	keep(p)
	println(*p)
}

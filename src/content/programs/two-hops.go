package main

type box struct{ p *int }

func wrap(v int) box {
	n := v
	a := &n
	b := a
	return box{b}
}

func main() {
	println(*wrap(3).p)
}

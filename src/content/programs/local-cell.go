package main

func main() {
	x := 1
	y := 2
	var p *int
	pp := &p
	*pp = &x
	p = &y
	println(**pp, x)
}

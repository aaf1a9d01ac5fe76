package main

var kept *int

func keep(p *int) {
	kept = p
}

func main() {
	keep(new(int))
}

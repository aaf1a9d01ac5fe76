package main

var kept *int

func keepInner(pp **int) {
	kept = *pp
}

func main() {
	p := new(int)
	keepInner(&p)
}

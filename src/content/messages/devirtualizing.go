package main

type cat struct{}

func (cat) legs() int { return 4 }

type animal interface{ legs() int }

func main() {
	var a animal = cat{}
	println(a.legs())
}

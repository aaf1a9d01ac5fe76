package main

type animal interface{ legs() int }

type cat struct{}

func (cat) legs() int { return 4 }

type wrapped struct{ animal }

func main() {
	var a animal = wrapped{cat{}}
	println(a.legs())
}

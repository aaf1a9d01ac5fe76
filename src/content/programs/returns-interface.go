package main

type speaker interface{ say() int }

type dog struct{ a, b int }

func (d dog) say() int {
	return d.a
}

func boxed() speaker {
	d := dog{1, 2}
	return d
}

func plain() dog {
	d := dog{3, 4}
	return d
}

func main() {
	println(boxed().say())
	println(plain().say())
}

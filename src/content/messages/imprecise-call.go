package main

type named interface{ name() string }

type cat struct{}

func (cat) name() string { return "cat" }

func show[T named](t T) string {
	return t.name()
}

func main() {
	println(show[named](cat{}))
}

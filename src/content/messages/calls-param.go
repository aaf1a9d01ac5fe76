package main

type greeter interface{ greet() }

func meet(g greeter) {
	g.greet()
}

type cat struct{ name string }

func (c *cat) greet() { println(c.name) }

func main() {
	meet(&cat{"Io"})
}

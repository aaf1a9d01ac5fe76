package main

type byCopy struct{ n int }

func (c byCopy) add() { c.n++ }

type byAddress struct{ n int }

func (c *byAddress) add() { c.n++ }

func main() {
	var a byCopy
	var b byAddress
	for range 3 {
		a.add()
		b.add()
	}
	println("copies", a.n)
	println("address", b.n)
}

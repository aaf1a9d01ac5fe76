package main

type order struct{ total int }

func tax(o *order) { o.total += 7 }

func ship(o *order) { tax(o) }

func process(o *order) { ship(o) }

func main() {
	o := &order{total: 100}
	process(o)
	println(o.total)
}

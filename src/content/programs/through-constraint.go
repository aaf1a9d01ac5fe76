package main

type setter interface{ set(*int) }

type one struct{}

func (one) set(p *int) { *p = 1 }

func viaParam[T setter](t T) int {
	x := 0
	t.set(&x)
	return x
}

func viaType(t one) int {
	y := 0
	t.set(&y)
	return y
}

func main() {
	println(viaParam(one{}))
	println(viaType(one{}))
}

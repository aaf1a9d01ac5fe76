package main

func declared() byte {
	var small [128 << 10]byte
	var large [128<<10 + 1]byte
	return small[1] + large[1]
}

func implicit() byte {
	a := new([64 << 10]byte)
	b := new([64<<10 + 1]byte)
	return a[1] + b[1]
}

func made() byte {
	c := make([]byte, 64<<10)
	d := make([]byte, 64<<10+1)
	return c[1] + d[1]
}

func main() {
	println(declared(), implicit())
	println(made())
}

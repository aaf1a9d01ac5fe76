package main

type buffer struct{ data [64]byte }

type writer struct {
	buf  *buffer
	used int
}

var open *writer

func setup() {
	b := buffer{}
	p := &b
	w := &writer{buf: p}
	last := w
	open = last
}

func main() {
	setup()
	println(len(open.buf.data))
}

package main

type writer interface {
	write(b []byte)
}

type counter struct{ n int }

func (c *counter) write(b []byte) {
	c.n += len(b)
}

func emit(w writer, id byte) {
	mem := [4]byte{'i', 'd', id}
	w.write(mem[:3])
}

func main() {
	c := &counter{}
	for i := range 100 {
		emit(c, byte(i))
	}
	println(c.n)
}

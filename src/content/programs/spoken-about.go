package main

type buffer struct{ data [8]byte }

func fill(b *buffer, c byte) {
	for i := range b.data {
		b.data[i] = c
	}
}

func share(b *buffer) *buffer {
	return b
}

func main() {
	mine := new(buffer)
	fill(mine, 'x')
	last := share(mine)
	println(last.data[0])
}

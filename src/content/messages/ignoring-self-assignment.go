package main

type buffer struct{ data []byte }

func (b *buffer) reset() {
	b.data = b.data[:0]
}

func main() {
	b := buffer{data: []byte{1}}
	b.reset()
	println(len(b.data))
}

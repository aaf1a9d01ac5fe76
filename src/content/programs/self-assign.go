package main

type text struct {
	b    []byte
	from int
}

func (t *text) skip() {
	t.b = t.b[1:]
}

func (t *text) from2(b []byte) {
	t.b = b[2:]
}

func main() {
	t := text{b: []byte("hello")}
	t.skip()
	t.from2([]byte("world"))
	println(len(t.b))
}

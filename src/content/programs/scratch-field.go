package main

type sink interface{ put(b []byte) }

type memory struct{ used int }

func (m *memory) put(b []byte) {
	m.used += len(b)
}

type encoder struct {
	to      sink
	scratch [8]byte
}

func (e *encoder) local(n int) {
	var buf [8]byte
	buf[0] = byte(n)
	e.to.put(buf[:])
}

func (e *encoder) field(n int) {
	e.scratch[0] = byte(n)
	e.to.put(e.scratch[:])
}

func main() {
	m := &memory{}
	e := &encoder{to: m}
	for i := range 10 {
		e.local(i)
		e.field(i)
	}
	println(m.used)
}

package main

type log struct{ last []byte }

func (l *log) add(line []byte) {
	l.last = line
}

func main() {
	var l log
	var mem [16]byte
	line := append(mem[:0], "one"...)
	l.add(line)
	line = append(mem[:0], "two"...)
	l.add(line)
	println(string(l.last))
}

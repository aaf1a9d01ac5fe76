package main

var last []byte

func keep(s string) {
	last = []byte(s)
}

func peek(s string) byte {
	b := []byte(s)
	return b[len(b)-1]
}

func main() {
	keep("stack")
	println(len(last), peek("heap"))
}

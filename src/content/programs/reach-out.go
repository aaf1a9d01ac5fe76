package main

func give() []byte {
	return make([]byte, 2)
}

func main() {
	println(len(give()))
}

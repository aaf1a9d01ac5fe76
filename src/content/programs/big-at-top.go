package main

func first() byte {
	var room [200 << 10]byte
	room[1] = 7
	return room[1]
}

func main() {
	println(first())
}

package main

func first(s string) byte {
	bytes := []byte(s)
	return bytes[0]
}

func main() {
	println(first("go"))
}

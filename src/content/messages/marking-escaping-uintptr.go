package main

//go:uintptrescapes
func call(address uintptr) {
	println(address != 0)
}

func main() {
	call(1)
}

package main

func area(w, h int) int {
	side := new(int)
	*side = w
	return *side * h
}

func ticket() *int {
	number := new(int)
	*number = 7
	return number
}

func main() {
	println(area(3, 4), *ticket())
}

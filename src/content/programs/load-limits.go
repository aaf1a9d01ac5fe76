package main

type limits struct {
	size, time int
}

func load() *limits {
	l := limits{10, 30}
	return &l
}

func main() {
	l := load()
	println(l.size, l.time)
}

package main

func count() int {
	n := 3
	m := map[string]*int{}
	m["n"] = &n
	return *m["n"] + len(m)
}

func main() {
	println(count())
}

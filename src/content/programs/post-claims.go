package main

type user struct{ id int }

func ten() int {
	n := 10
	a := make([]int, n)
	return len(a)
}

func grid() int {
	var g [512 << 10]byte
	g[7] = 5
	return int(g[7])
}

func stored() int {
	m := map[string]*user{}
	u := user{id: 3}
	m["a"] = &u
	return len(m)
}

func fresh() int {
	p := new(user)
	p.id = 4
	return p.id
}

func main() {
	println(ten(), grid())
	println(stored(), fresh())
}

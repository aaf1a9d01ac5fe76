package main

type id int

func collect(n int) []*id {
	v := id(n)
	w := new(id)
	list := make([]*id, 0, 2)
	list = append(list, &v)
	list = append(list, w)
	return list
}

func main() {
	for _, p := range collect(3) {
		println(*p)
	}
}

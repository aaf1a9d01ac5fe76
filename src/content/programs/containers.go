package main

func main() {
	a, b, c := 1, 2, 3
	s := make([]*int, 1)
	m := make(map[int]*int)
	ch := make(chan *int, 1)
	s[0] = &a
	m[0] = &b
	ch <- &c
	println(*s[0], *m[0], *<-ch)
}

package main

import "testing"

type msg struct{ a, b int }

func values() int {
	c := make(chan msg, 2)
	c <- msg{1, 2}
	c <- msg{3, 4}
	return (<-c).a + (<-c).b
}

func pointers() int {
	c := make(chan *msg, 2)
	c <- &msg{1, 2}
	c <- &msg{3, 4}
	return (<-c).a + (<-c).b
}

func count(s string, f func() int) {
	n := testing.AllocsPerRun(100,
		func() { f() })
	println(s, int(n))
}

func main() {
	count("values", values)
	count("pointers", pointers)
}

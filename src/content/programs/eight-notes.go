package main

type user struct {
	name string
	next *user
}

var all *user

func look(u *user) int {
	return len(u.name)
}

func pass(u *user) *user {
	return u
}

func follow(u *user) *user {
	return u.next
}

func keep(u *user) {
	all = u
}

func keepNext(u *user) {
	all = u.next
}

func main() {
	a := user{name: "a"}
	println(look(&a))
	println(pass(&a).name)
	a.next = &user{name: "b"}
	println(follow(&a).name)
	keepNext(&a)
	keep(&user{})
}

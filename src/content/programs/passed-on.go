package main

type user struct{ id int }

var seen []*user

func track(u *user) {
	v := u
	seen = append(seen, v)
}

func greet(u *user) {
	w := u
	track(w)
	println(u.id)
}

func main() {
	u := user{id: 4}
	greet(&u)
	println(len(seen))
}

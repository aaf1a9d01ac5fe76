package main

type user struct {
	id, age int
}

func (u user) older() user {
	u.age++
	return u
}

func (u *user) grow() { u.age++ }

func fill(u *user) { u.id = 7 }

func create() *user {
	return &user{id: 8}
}

func main() {
	a := user{1, 30}
	b := user{2, 40}
	c := new(user)
	a = a.older()
	b.grow()
	fill(c)
	d := create()
	println(a.age, b.age, c.id, d.id)
}

package main

type user struct {
	id, age int
}

func oldest(users []user) *user {
	var best *user
	for _, u := range users {
		if best == nil ||
			u.age > best.age {
			best = &u
		}
	}
	return best
}

func main() {
	println(oldest([]user{
		{1, 30}, {2, 50}, {3, 40},
	}).id)
}

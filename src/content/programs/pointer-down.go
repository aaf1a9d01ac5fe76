package main

type account struct {
	name string
	age  int
}

func birthday(who *account) {
	who.age++
}

func main() {
	ann := account{"Ann", 30}
	birthday(&ann)
	println(ann.age)
}

package main

type speaker interface{ say() int }

type dog struct{ age int }

func (d *dog) say() int {
	return d.age
}

func main() {
	young := &dog{1}
	var s speaker = young
	if young.age > 0 {
		s = &dog{7}
	}
	println(s.say())
}

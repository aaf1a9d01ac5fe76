package main

type speaker interface{ say() int }

type dog struct{ age int }

func (d *dog) say() int {
	return d.age
}

func known() int {
	var s speaker = &dog{3}
	return s.say()
}

func unknown(s speaker) int {
	return s.say()
}

func either(old bool) int {
	var s speaker = &dog{1}
	if old {
		s = &cat{9}
	}
	return s.say()
}

type cat struct{ age int }

func (c *cat) say() int {
	return c.age
}

func main() {
	println(known(), either(true))
	println(unknown(&dog{5}))
}

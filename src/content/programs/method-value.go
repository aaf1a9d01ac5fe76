package main

type lamp struct{ lit bool }

func (l *lamp) flip() {
	l.lit = !l.lit
}

func now() bool {
	var l lamp
	f := l.flip
	f()
	return l.lit
}

func later() func() {
	var l lamp
	return l.flip
}

func main() {
	println(now())
	later()()
}

package p

type point struct{ x, y int }
type shape interface{ area() float64 }

func (p *point) area() float64 { return float64(p.x * p.y) }

var byName = map[string]point{}

func assign(p point, s shape, f func() (int, error)) (n int, err error) {
	var a int = "one"
	var b uint8 = 256
	var c = nil
	s = p
	n, err, b = f()
	n = f()
	byName["a"].x = 1
	p.area() = 2
	1 = n
	n := 3
	x, x := 1, 2
	p.x := 4
	n += "two"
	n++
	err--
	var d, e int = 1
	var g float32 = 1e100
	const h int = 1.5
	h = 2
	return n
}

func unused() {
	i := 0
	var j, k = 1, 2
	k = 3
	for l := range 10 {
	}
	switch m := any(i).(type) {
	}
}

package p

type S struct {
	a int
	b string
}
type E struct {
	*S
	T
}
type T struct{ a int }

func expr(s S, p *S, e E, i interface{ m() }, ch <-chan int, f float64, a [3]int, m map[string]int) {
	_ = s + 1
	_ = s == S{}
	_ = a == nil
	_ = m == m
	_ = 1 << f
	_ = f << 1
	_ = 1.5 % 2
	_ = 7 / 0
	_ = !1
	_ = -"a"
	_ = ^1.5
	_ = &1
	_ = *s
	_ = a[3]
	_ = a[-1]
	_ = a["x"]
	_ = m[1]
	_ = s[0]
	_ = a[2:1]
	_ = "abc"[1:2:3]
	_ = s.c
	_ = e.a
	_ = i.(S)
	_ = s.(S)
	_ = S{1}
	_ = S{1, "a", 2}
	_ = S{a: 1, 2}
	_ = S{c: 1}
	_ = S{a: 1, a: 2}
	_ = []int{0: 1, 0: 2}
	_ = [2]int{1, 2, 3}
	_ = map[string]int{"a": 1, "a": 2}
	_ = int{}
}

func more(ch chan<- int, x any, b byte) {
	_ = <-ch
	ch <- "a"
	_ = x + x
	_ = b + 300
	_ = b == 'ā'
	_ = undefined
	_ = S
	_ = int
	_ = nil
	_ = _
	_ = iota
	_ = func() {} == func() {}
	_ = 10000000000 * 10000000000 * 10000000000
	_ = int8(200)
	_ = uint(-1)
	_ = "a" + 1
	_ = true && 1
	x.y()
	x
	b == 1
}

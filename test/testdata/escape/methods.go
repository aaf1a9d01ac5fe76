// checked: -m -l; -m=2 -l
package main

type shape interface {
	area() float64
	scale(f float64) shape
}
type sq struct{ s float64 }
type circ struct {
	r    float64
	tags [4]string
}

func (q sq) area() float64            { return q.s * q.s }
func (q sq) scale(f float64) shape    { q.s *= f; return q }
func (c *circ) area() float64         { return 3 * c.r }
func (c *circ) scale(f float64) shape { d := *c; d.r *= f; return &d }

type num interface{ ~int | ~float64 }

func sum[T num](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return
}
func pick[T any](c bool, a, b *T) *T {
	if c {
		return a
	}
	return b
}

type tree[K comparable, V any] struct {
	l, r *tree[K, V]
	k    K
	v    V
}

func (t *tree[K, V]) walk(f func(K, *V) bool) bool {
	if t == nil {
		return true
	}
	return t.l.walk(f) && f(t.k, &t.v) && t.r.walk(f)
}
func ins[K comparable, V any](t *tree[K, V], k K, v V, less func(a, b K) bool) *tree[K, V] {
	if t == nil {
		return &tree[K, V]{k: k, v: v}
	}
	switch {
	case less(k, t.k):
		t.l = ins(t.l, k, v, less)
	case less(t.k, k):
		t.r = ins(t.r, k, v, less)
	default:
		t.v = v
	}
	return t
}

type base struct {
	id int
	p  *int
}

func (b *base) ID() *int { return &b.id }
func (b base) P() *int   { return b.p }

type mid struct {
	*base
	name string
}
type top struct {
	mid
	extra []byte
}
type ider interface {
	ID() *int
	P() *int
}

var sink any
var gp *int

func conv(i ider) { gp = i.ID(); x := i.P(); sink = x }
func closures() (func() int, func(int)) {
	x, y := 0, 5
	return func() int { x += y; return x }, func(d int) { x += d }
}
func loops(n int) []*int {
	var out []*int
	for i := range n {
		if i%2 == 0 {
			continue
		}
		out = append(out, &i)
	}
	return out
}
func sel(a, b chan *int, c chan<- []byte, buf []byte) *int {
	for {
		select {
		case p := <-a:
			return p
		case p, ok := <-b:
			if !ok {
				return nil
			}
			*p = 3
		case c <- buf[:1]:
		case c <- append(buf, 1):
		}
	}
}
func ts(v any) string {
	switch x := v.(type) {
	case string:
		return x
	case []byte:
		return string(x)
	case *base:
		return string(rune(*x.ID()))
	case func() string:
		return x()
	case interface{ String() string }:
		return x.String()
	default:
		return ""
	}
}
func arr() [3]*int { a, b, c := 1, 2, 3; x := [3]*int{&a, &b, &c}; y := x; return y }
func lbl(m map[string][]int) (t int) {
outer:
	for _, v := range m {
		for i := range v {
			if v[i] < 0 {
				continue outer
			}
			if v[i] > 9 {
				break outer
			}
			t += v[i]
		}
	}
	goto end
end:
	return
}
func deferl(n int) (r int) {
	for i := 0; i < n; i++ {
		defer func(k int) { r += k + i }(i)
	}
	defer println("x", n)
	return
}
func mv(t *top) (func() *int, func(*base) *int) { f := t.ID; return f, (*base).ID }
func str(b []byte, s string) (string, bool) {
	m := map[string]int{}
	m[string(b)]++
	_, ok := m[string(b)+s]
	for i, r := range []byte(s) {
		_ = i
		_ = r
	}
	return string(b) + s + "x", ok && string(b) == s
}
func main() {
	var ss []shape = []shape{sq{1}, &circ{r: 2}}
	for _, s := range ss {
		println(s.scale(2).area())
	}
	println(sum(1, 2), sum(1.5))
	a, b := 1, 2
	println(*pick(true, &a, &b))
	var t *tree[string, int]
	t = ins(t, "a", 1, func(a, b string) bool { return a < b })
	t.walk(func(k string, v *int) bool { println(k, *v); return true })
	tp := top{mid: mid{base: &base{}}}
	conv(tp)
	conv(&tp)
	conv(tp.mid)
	f, g := closures()
	g(f())
	loops(3)
	sel(nil, nil, nil, nil)
	ts(3)
	arr()
	lbl(nil)
	deferl(3)
	mv(&tp)
	str(nil, "")
}

// checked: -m -l; -m=2 -l
package main

import (
	"fmt"
	"strconv"
	"strings"
	"unsafe"
)

type T struct {
	a [100]int
	b *T
	f func(*T) *T
}

func big() {
	var x [20000]int64
	y := make([]int, 8193)
	z := make([]byte, 1<<16)
	_, _, _ = x, y, z
	var w [1<<17 + 1]byte
	_ = w
}
func mk(n int) ([]int, map[int]string, chan int) {
	const c = 10
	k := 10
	return make([]int, n), make(map[int]string, k), make(chan int, c)
}
func mk2() int {
	n := 4
	s := make([]int, n, n*2)
	m := map[string]*int{"a": &n}
	for k, v := range m {
		s = append(s, *v, len(k))
	}
	return len(s)
}
func uns(p *int) uintptr        { return uintptr(unsafe.Pointer(p)) }
func uns2(b []byte) string      { return unsafe.String(unsafe.SliceData(b), len(b)) }
func self(t *T)                 { t.b = t; t.f = func(q *T) *T { return t }; t.a[0] = 1; *t = *t }
func ret(t T) (r *T, s []int)   { r = &t; s = t.a[:]; return }
func named() (x int, err error) { defer func() { x++ }(); p := &x; *p = 2; return }
func vari(xs ...any) []any      { return xs }
func vs(xs ...*int) {
	for _, x := range xs {
		*x++
	}
}
func clo() func() func() int {
	a := 1
	b := 2
	return func() func() int { b++; return func() int { return a + b } }
}
func imm() int   { x := 1; return func(p *int) int { return *p }(&x) }
func gof(p *int) { go func(q *int) { *q = 1 }(p); go println(*p); defer fmt.Println(p, *p) }

type bld struct {
	strings.Builder
	n int
}

func (b *bld) add(s string) *bld { b.WriteString(s); b.WriteString(strconv.Itoa(b.n)); return b }
func iface(a, b any) bool        { return a == b }
func cvt(x int, s struct{ a, b int }, f float64) {
	iface(x, s)
	iface(f, "c")
	iface(&x, [0]int{})
	var e error
	iface(e, nil)
}
func cp(dst, src []*int) {
	copy(dst, src)
	clear(dst)
	_ = min(len(dst), 3)
	dst = append(dst[:1], src...)
	_ = append([]*int(nil), dst...)
}
func cp2(a *[4]int) []int {
	s := a[:]
	t := a[1:2:3]
	b := [4]int(s)
	p := (*[2]int)(s)
	_ = b
	t[0] = p[1]
	return t
}
func mvx(x fmt.Stringer) func() string { return x.String }

type E struct{ fmt.Stringer }

func wrap(e E) fmt.Stringer       { return e }
func wrap2(e *E) string           { return e.String() }
func ch(c chan [2]*int, x, y int) { c <- [2]*int{&x, nil}; v := <-c; v[1] = &y }
func sw(k int) *int {
	var a, b int
	switch k {
	case 1:
		return &a
	case 2:
		fallthrough
	case 3:
		p := &b
		return func() *int { return p }()
	}
	return nil
}
func newx() (*int, *string) { return new(5), new("x") }
func rec(n int, p *int) *int {
	if n == 0 {
		return p
	}
	q := n
	return rec2(n-1, &q)
}
func rec2(n int, p *int) *int { return rec(n-1, p) }
func init()                   { x := new(T); self(x) }

var g = func() *int { z := 3; return &z }()
var tbl = map[string]func(int) *int{"a": func(i int) *int { return &i }, "b": nil}

func main() {
	big()
	mk(2)
	mk2()
	cvt(1, struct{ a, b int }{}, 2)
	var b bld
	b.add("x").add("y")
	println(b.String(), imm())
	vari(1, "a", nil)
	x := 1
	vs(&x, new(int))
	newx()
	_ = rec(2, &x)
}

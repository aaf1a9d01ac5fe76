// checked: -m -l; -m=2 -l
package main

type s1 struct{ p *int }

func (s s1) get() *int { return s.p }

type m1 map[string]*int

func (m m1) get() *int { return m["a"] }

type f1 func() *int

func (f f1) get() *int { return f() }

type g1[T any] struct{ p *T }

func (s g1[T]) get() *T { return s.p }

type g2[T any] map[string]*T

func (s g2[T]) get() *T { return s["a"] }

var sink any

func main() {
	sink = s1{}
	sink = m1{}
	sink = f1(nil)
	sink = g1[int]{}
	sink = g2[int]{}
}

// checked: -m -l; -m=2 -l; --go 1.22 -m=2 -l; --go 1.24 -m=2 -l; --go 1.25 -m=2 -l; --go 1.27 -m -l; --go 1.27 -m=2 -l
package main

import (
	"errors"
	"fmt"
)

// Wrappers come in the order in which types are met: parts before the whole, methods by name.
type second struct {
	first
	*third[int]
	fmt.Stringer
}
type first struct{ p *int }

func (f first) String() string { return fmt.Sprint(f.p) }
func (f first) get() *int      { return f.p }
func (f *first) Set(p *int)    { f.p = p }

type third[T any] struct {
	next *third[T]
	v    T
}

func (t third[T]) Value() T         { return t.v }
func (t *third[T]) Next() *third[T] { return t.next }

// Interfaces and structs without a name that only generic code has.
type holder[T any] struct {
	v interface {
		Get() T
		Put(*T)
	}
}

func (h holder[T]) swap(f func(T) *T) T {
	h.v.Put(f(h.v.Get()))
	return h.v.Get()
}

type cell[T any] struct{ x T }

func (c *cell[T]) Get() T   { return c.x }
func (c *cell[T]) Put(p *T) { c.x = *p }

func embed[T any](x T) interface{ Get() T } {
	return struct{ *cell[T] }{&cell[T]{x}}
}

// What a dictionary holds, and instances that only it brings.
type repo[K comparable, V any] interface {
	Find(K) (V, error)
	Each(func(K, V) bool)
}
type memory[K comparable, V any] struct{ data map[K]V }

func (m *memory[K, V]) Find(k K) (V, error) {
	v, ok := m.data[k]
	if !ok {
		return v, errors.New("none")
	}
	return v, nil
}
func (m *memory[K, V]) Each(f func(K, V) bool) {
	for k, v := range m.data {
		if !f(k, v) {
			return
		}
	}
}

type service[K comparable, V any] struct{ repo[K, V] }

func newRepo[K comparable, V any]() repo[K, V] { return &memory[K, V]{map[K]V{}} }

func keys[K comparable, V any](r repo[K, V]) []K {
	var ks []K
	switch r.(type) {
	case *service[K, V]:
		return nil
	case service[K, V]:
	}
	r.Each(func(k K, _ V) bool { ks = append(ks, k); return true })
	find := r.Find
	find(ks[0])
	return ks
}

// A function type that is a method's own receiver and result.
type again[T any] func(*T) again[T]

func (a again[T]) call(p *T) again[T] { return a(p) }

func run[T any](a again[T], p *T) { _ = interface{ call(*T) again[T] }(a).call(p) }

// Variables that hold functions: from 1.27 on calls go to all that are assigned.
type node struct {
	l, r *node
	v    int
}

func sum(root *node) int {
	total := 0
	var walk func(*node)
	walk = func(n *node) {
		if n != nil {
			total += n.v
			walk(n.l)
			walk(n.r)
		}
	}
	walk(root)
	return total
}

func pick(b bool, x *int) *int {
	f := func(p *int) *int { return p }
	if b {
		f = func(*int) *int { return nil }
	}
	y := 2
	f(&y)
	var g, h func(*int)
	g = func(*int) {}
	g(&y)
	h, _ = g, f
	h(x)
	return f(x)
}

func main() {
	x := 1
	s := second{third: &third[int]{}}
	s.Set(&x)
	v, set := s.Value, s.first.Set
	set(&x)
	fmt.Println(v(), s.Next(), s.get(), second.Value(s))
	fmt.Println(holder[int]{&cell[int]{}}.swap(func(i int) *int { return &i }), embed("x").Get())
	fmt.Println(keys(newRepo[string, *int]()), keys[int, []byte](service[int, []byte]{newRepo[int, []byte]()}))
	run(func(*int) again[int] { return nil }, &x)
	fmt.Println(sum(&node{}), pick(true, &x))
}

// A method that an interface has, promoted through structs.
type doer interface{ Do(*int) any }
type inside struct{ doer }
type around struct{ *inside }

func promoted(d doer, a *around) []any {
	x := 1
	f, g := a.Do, (*around).Do
	return []any{f(&x), g(a, &x), d.Do(nil)}
}

// Pointers that generic code passes on to generic code, defined pointer types among them.
type pointer *int

type column[T *int | string, V any] struct{ set []T }

func (c *column[T, V]) last(s V) *T {
	two(c.set, s)
	two(&c.set, c.set[0])
	return only(c.set[0])
}

func only[E any](e E) *E     { fmt.Println(e); return &e }
func two[E, F any](e E, f F) { fmt.Println(e, f, only(e)) }

func columns(p pointer) {
	only(p)
	(&column[*int, pointer]{}).last(p)
	(&column[string, []pointer]{}).last(nil)
}

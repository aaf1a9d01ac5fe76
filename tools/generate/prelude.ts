/** Declarations that every generated program begins with. */
export const prelude = `package main

import (
	"errors"
	"fmt"
	"iter"
	"maps"
	"os"
	"slices"
	"sort"
	"strings"
	"sync"
	"unsafe"
)

type I interface{ M(x *int) *int }

type J interface {
	I
	N() string
}

type Base struct {
	p    *int
	name string
	arr  [4]int
}

func (b Base) M(x *int) *int   { return x }
func (b *Base) Set(x *int) *Base { b.p = x; return b }
func (b *Base) Get() *int       { return b.p }

type T struct {
	Base
	next *T
	buf  []byte
	f    func(*int) *int
	any  any
	m    map[string]*T
}

func (t *T) M(x *int) *int { t.p = x; return t.p }
func (t *T) N() string      { return t.name + "!" }
func (t T) Val() T          { return t }

type W struct {
	*T
	I2 I
}

type E int

func (e E) Error() string   { return "e" }
func (e E) M(x *int) *int { return nil }

type Big struct{ a [64]int }

type Box[A any] struct {
	v    A
	next *Box[A]
}

func (b *Box[A]) Put(a A) *Box[A] { b.v = a; return b }
func (b Box[A]) Take() A            { return b.v }
func (b *Box[A]) All() iter.Seq[A] {
	return func(yield func(A) bool) {
		for x := b; x != nil; x = x.next {
			if !yield(x.v) {
				return
			}
		}
	}
}

type Num interface{ ~int | ~float64 }

func Map[A, B any](xs []A, f func(A) B) []B {
	var out []B
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

func Ptr[A any](a A) *A { return &a }

func Sum[N Num](xs ...N) (s N) {
	for _, x := range xs {
		s += x
	}
	return
}

func Show[S fmt.Stringer](s S) string { return "<" + s.String() + ">" }

type shower struct{ t *T }

func (s shower) String() string { return s.t.name }

func Call[X I](x X, p *int) *int { return x.M(p) }

func seq(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func pairs(m map[string]*T) iter.Seq2[string, *T] {
	return func(yield func(string, *T) bool) {
		for k, v := range m {
			if !yield(k, v) {
				return
			}
		}
	}
}

var (
	sink   any
	global *T
	gi     int
	gs     []*int
	gf     func()
	mu     sync.Mutex
)

func id[A any](a A) A { return a }

func two(a *int, b []byte) (*int, []byte) { return a, b }

func variadic(xs ...any) any {
	if len(xs) > 0 {
		return xs[0]
	}
	return nil
}

//go:noinline
func keep(p *int) { *p = 1 }

var (
	_ = errors.New
	_ = fmt.Sprint
	_ = maps.Keys[map[int]int]
	_ = os.Args
	_ = slices.Max[[]int]
	_ = sort.Ints
	_ = strings.Index
	_ unsafe.Pointer
)
`;

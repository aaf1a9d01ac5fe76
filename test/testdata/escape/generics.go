// checked: -m -l; -m=2 -l; --go 1.25 -m=2 -l; --go 1.27 -m=2 -l
package main

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"
	"sync"
	"sync/atomic"
)

type num interface{ ~int | ~int64 | ~float64 }

type pair[A, B any] struct {
	a A
	b B
}

func (p pair[A, B]) swap() pair[B, A]          { return pair[B, A]{p.b, p.a} }
func (p *pair[A, B]) set(a A, b B) *pair[A, B] { p.a, p.b = a, b; return p }

type opt[T any] func(*T)

type cache[K cmp.Ordered, V any] struct {
	sync.Mutex
	pair[K, V]
	m    map[K]*entry[K, V]
	heap []*entry[K, V]
	n    atomic.Int64
	on   func(K, V) error
}
type entry[K cmp.Ordered, V any] struct {
	k    K
	v    V
	next *entry[K, V]
}

func newCache[K cmp.Ordered, V any](opts ...opt[cache[K, V]]) *cache[K, V] {
	c := &cache[K, V]{m: make(map[K]*entry[K, V])}
	for _, o := range opts {
		o(c)
	}
	return c
}

func (c *cache[K, V]) get(k K, mk func() (V, error)) (v V, err error) {
	c.Lock()
	defer c.Unlock()
	if e, ok := c.m[k]; ok {
		return e.v, nil
	}
	defer func() {
		if r := recover(); r != nil {
			err = errors.Join(err, fmt.Errorf("%v: %v", k, r))
		}
	}()
	v, err = mk()
	e := &entry[K, V]{k: k, v: v}
	c.m[k] = e
	c.heap = append(c.heap, e)
	slices.SortFunc(c.heap, func(a, b *entry[K, V]) int { return cmp.Compare(a.k, b.k) })
	if c.on != nil {
		err = c.on(k, v)
	}
	fmt.Println(c.swap(), c.pair.set(k, v))
	return
}

func (c *cache[K, V]) all() iter.Seq2[K, *V] {
	return func(yield func(K, *V) bool) {
		for k, e := range c.m {
			for x := e; x != nil; x = x.next {
				if !yield(k, &x.v) {
					return
				}
			}
		}
	}
}

func collect[K cmp.Ordered, V any](c *cache[K, V]) (ks []K, vs []V) {
	type local struct {
		k K
		v *V
	}
	var ls []local
	for k, v := range c.all() {
		if v == nil {
			continue
		}
		ls = append(ls, local{k, v})
		defer fmt.Println(k)
	}
	for _, l := range ls {
		ks = append(ks, l.k)
		vs = append(vs, *l.v)
	}
	f := c.get
	g := (*cache[K, V]).all
	_ = f
	for range g(c) {
		break
	}
	return
}

func kind[T any](x T) string {
	switch v := any(x).(type) {
	case int:
		return fmt.Sprint(v)
	case []T:
		return fmt.Sprint(len(v), v)
	case map[string]T:
		return fmt.Sprint(v["a"])
	case interface{ M(T) T }:
		return kind(v.M(x))
	case error:
		return v.Error()
	}
	if s, ok := any(&x).(fmt.Stringer); ok {
		return s.String()
	}
	return ""
}

func sum[T num](xs ...T) (t T) {
	ch := make(chan T, len(xs))
	go func() {
		for _, x := range xs {
			select {
			case ch <- x:
			default:
			}
		}
		close(ch)
	}()
	for x := range ch {
		t += x
	}
	fmt.Println(t, max(t, 1), min(xs[0], t))
	return t
}

func mapTo[T, U any, S ~[]T](s S, f func(T) U) []U {
	r := make([]U, 0, len(s))
	for i := range s {
		r = append(r, f(s[i]))
	}
	copy(r, r[1:])
	return slices.Clip(r)
}

type tree[T interface{ Less(T) bool }] struct {
	l, r *tree[T]
	v    T
}

func (t *tree[T]) ins(v T) *tree[T] {
	if t == nil {
		return &tree[T]{v: v}
	}
	if v.Less(t.v) {
		t.l = t.l.ins(v)
	} else {
		t.r = t.r.ins(v)
	}
	fmt.Println(t.v.Less(v), t.l.ins, T.Less(v, t.v))
	return t
}

type I int

func (i I) Less(j I) bool   { return i < j }
func (i I) M(j I) I         { return i + j }
func (i *I) String() string { return "i" }

type set[T comparable] = map[T]struct{}

func uniq[T comparable](xs []T) set[T] {
	s := set[T]{}
	for _, x := range xs {
		s[x] = struct{}{}
	}
	var keys any = s
	fmt.Println(keys, s, &xs)
	return s
}

func main() {
	c := newCache(func(c *cache[string, int]) { c.on = func(string, int) error { return nil } })
	c.get("a", func() (int, error) { return 1, nil })
	fmt.Println(collect(c))
	d := newCache[int, []byte]()
	fmt.Println(collect(d))
	fmt.Println(kind(3), kind(I(2)), kind("x"))
	sum(1, 2)
	sum(1.5)
	mapTo([]int{1}, func(i int) string { return "" })
	var t *tree[I]
	t.ins(3)
	uniq([]string{"a"})
}

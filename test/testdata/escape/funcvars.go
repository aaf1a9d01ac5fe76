// checked: -m -l; -m=2 -l; --go 1.22 -m=2 -l; --go 1.25 -m -l; --go 1.27 -m -l; --go 1.27 -m=2 -l
package main

import (
	"fmt"
	"sort"
	"sync"
)

type handler func(*req) error
type req struct {
	path string
	next *req
}

func chain(r *req, hs ...handler) error {
	var run handler
	run = func(q *req) error { return nil }
	for i := len(hs) - 1; i >= 0; i-- {
		h, inner := hs[i], run
		run = func(q *req) error {
			if err := h(q); err != nil {
				return err
			}
			return inner(q)
		}
	}
	return run(r)
}
func named(b bool, r *req) *req {
	f := ident
	if b {
		f = drop
	}
	g := f
	return g(r)
}
func ident(r *req) *req { return r }
func drop(r *req) *req  { return nil }

var keep []*req

func leaky(r *req) *req { keep = append(keep, r); return nil }
func mixed(k int, r *req) *req {
	var f func(*req) *req
	switch k {
	case 0:
		f = ident
	case 1:
		f = leaky
	case 2:
		f = nil
	default:
		f = func(x *req) *req { return x.next }
	}
	return f(r)
}
func addr(r *req) {
	f := ident
	p := &f
	*p = drop
	f(r)
}
func multi(r *req) {
	f, g := ident, drop
	f, g = g, f
	f(r)
	g(r)
	var h, i = ident, func(*req) *req { return nil }
	h(r)
	i(r)
	i = ident
}
func mutual(n int, p *int) int {
	var even, odd func(int, *int) int
	even = func(n int, p *int) int {
		if n == 0 {
			return *p
		}
		return odd(n-1, p)
	}
	odd = func(n int, p *int) int {
		if n == 0 {
			return 0
		}
		return even(n-1, p)
	}
	return even(n, p)
}
func inGoroutine(r *req) {
	var wg sync.WaitGroup
	work := func(r *req) {}
	if r != nil {
		work = func(r *req) { fmt.Println(r.path) }
	}
	wg.Add(1)
	go func() {
		defer wg.Done()
		work(r)
	}()
	defer work(r)
	go work(r)
	wg.Wait()
}
func methods(r *req) {
	f := r.show
	f()
	f = func() {}
	f()
	var g func(*req)
	g = (*req).show
	g(r)
	var h func(...any) (int, error)
	h = fmt.Println
	h(r.path)
	var s func([]int)
	s = sort.Ints
	s([]int{2, 1})
}
func (r *req) show() { fmt.Println(r.path) }
func result() (f func(*int) *int) {
	f = func(p *int) *int { return p }
	x := 1
	*f(&x) = 2
	return f
}
func param(f func(*int) *int) {
	x := 1
	f = func(p *int) *int { return p }
	f(&x)
}
func loop(xs []int) (t int) {
	var add func(*int)
	for i := range xs {
		add = func(p *int) { t += *p + i }
		add(&xs[i])
		y := i
		add(&y)
	}
	return
}
func generic[T any](xs []T, f func(T) T) []T {
	var rec func([]T) []T
	rec = func(s []T) []T {
		if len(s) == 0 {
			return nil
		}
		return append(rec(s[1:]), f(s[0]))
	}
	return rec(xs)
}
func main() {
	r := &req{}
	chain(r, func(*req) error { return nil })
	named(true, r)
	mixed(1, r)
	addr(r)
	multi(r)
	x := 1
	mutual(3, &x)
	inGoroutine(r)
	methods(r)
	result()
	param(nil)
	loop(nil)
	generic([]string{"a"}, func(s string) string { return s })
}

// checked: --go 1.22 -m -l; --go 1.22 -m=2 -l; --go 1.24 -m=2 -l; --go 1.25 -m=2 -l; -m=2 -l
package main

import "fmt"

type shape interface{ Area() float64 }
type square struct{ side *float64 }

func (s square) Area() float64 { return *s.side }

// A literal in a generic function, with parameters of its own.
func each[K comparable, V any](m map[K]V, f func(K, V) bool) {
	for k, v := range m {
		if !f(k, v) {
			return
		}
	}
}

func keys[K comparable, V any](m map[K]V) (ks []K) {
	each(m, func(k K, _ V) bool { ks = append(ks, k); return true })
	return
}

func then[A, B any](f func(A) B) func(A) *B {
	return func(a A) *B { b := f(a); return &b }
}

// What delete and copy work on is only known to the dictionary.
func later[K comparable, V any](m map[K]V, k K, from, to []V) {
	defer delete(m, k)
	defer copy(to, from)
}

// Assertions of an interface with methods.
func sides(s shape) (*float64, bool) {
	if named, ok := s.(interface{ Name() string }); ok {
		fmt.Println(named.Name())
	}
	sq, ok := s.(square)
	fmt.Println(s.(square).side)
	return sq.side, ok
}

// Calls that are known, of functions that come in another order when callees come first.
func last() float64 {
	var s shape = square{new(float64)}
	return s.Area() + first()
}

func first() float64 {
	var s shape = &square{new(float64)}
	defer recover()
	func() { fmt.Println(s.Area(), recover()) }()
	return s.Area()
}

// Promoted through a pointer.
type inner struct{ p *int }

func (i *inner) get() *int  { return i.p }
func (i *inner) set(p *int) { i.p = p }

type outer struct{ *inner }
type outest struct{ *outer }

// A literal at package level with literals inside.
var table = []func(){
	func() {
		x := 3
		var p *int
		func() {
			y := 4
			p = &y
			x++
		}()
		a := any("x")
		f := func(a string) string { return a }
		a = f(a.(string))
		q := func() *int { return &x }()
		*q = *p
		fmt.Println(a)
	},
}

var made = func() *int {
	z := 1
	g := func(a *int) *int { return a }
	return g(&z)
}()

func init() {
	h := func(a *int) *int { return a }
	*h(new(int)) = 2
}

func main() {
	fmt.Println(keys(map[string]*int{}), then(func(s string) *int { return nil })("x"))
	later(map[string][]int{}, "a", nil, nil)
	sides(square{})
	last()
	o := outest{&outer{&inner{}}}
	o.set(made)
	fmt.Println(o.get(), len(table))
}

// checked: -m -l; -m=2 -l
package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

type Stringer interface{ String() string }

func id[T any](x T) T { y := x; return y }

func conv[T Stringer](x T) string { var a any = x; _ = a; return x.String() }

func show[T any](x T, xs []T) {
	fmt.Println(id(x))
	fmt.Println(first(xs, func(t T) bool { return true }), len(xs))
}

func first[T any](xs []T, f func(T) bool) (r T) {
	for _, x := range xs {
		if f(x) {
			return x
		}
	}
	return
}

func keys[K interface {
	comparable
	~string
}, V any](m map[K]V) []K {
	out := slices.Collect(maps.Keys(m))
	slices.SortFunc(out, func(a, b K) int { return strings.Compare(string(a), string(b)) })
	fmt.Println(slices.Max(out), slices.Index(out, "a"))
	return out
}

type set[T comparable] map[T]struct{}

func (s set[T]) add(x T) set[T] { s[x] = struct{}{}; return s }
func (s set[T]) list() []T {
	var out []T
	for x := range s {
		out = append(out, x)
	}
	fmt.Println(s.add(out[0]), newset(out...))
	return out
}
func newset[T comparable](xs ...T) set[T] {
	s := set[T]{}
	for _, x := range xs {
		s.add(x)
	}
	fmt.Printf("%v", s.add(xs[0]))
	return s
}

type E struct{ n int }

func (e E) String() string { return "e" }

func main() {
	show(1, []int{1})
	show(E{1}, nil)
	keys(map[string]int{"a": 1})
	fmt.Println(conv(E{2}))
	s := newset("a")
	s.list()
}

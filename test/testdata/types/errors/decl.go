package p

import "unsafe"

type T struct {
	a int
	a string
	T
}

type A B
type B A
type C [len(c)]int

var c C
var x, y = y, x

const k = k2
const k2 = k

type I interface {
	M()
	M(int)
	J
}
type J interface{ I }

func (t T) a() {}
func (t T) m() {}
func (t *T) m() {}
func (int) n()    {}
func (p *I) q()   {}
func (U) r()      {}
func f(a, a int)  {}
func f()          {}
func init() int   { return 1 }
func main(a int)  {}

var size = unsafe.Sizeof(T{}.zz)
var init = 1
var z = func() int { return z() }()

type G[P any] struct{ next *G[G[P]] }
type L[P int | string, P any] []P
type M map[[]int]string
type F func(...int, string)

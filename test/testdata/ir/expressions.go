package p

import "unsafe"

type point struct{ x, y int }

type inner struct{ deep point }

type outer struct {
	inner
	ptr *inner
	arr [4]int
	f   func(int) int
}

type celsius float64

func (p point) sum() int { return p.x + p.y }

func (p *point) move(d int) *point { return p }

type shape interface{ area(n int) int }

type list[T any] struct{ head T }

func id[T any](v T) T { return v }

func pair() (int, string) { return 1, "" }

var sink any

func expressions(o outer, po *outer, s []int, m map[string]point, str string, bs []byte, a, b int, f float64, sh shape, e any, ch chan int, u uint8, ok bool, fn func(...int) int, l *list[int], c complex128) {
	sink = a + b*2
	sink = (a + b) * 2
	sink = a - (b - 1)
	sink = -a
	sink = - -a
	sink = ^a &^ b
	sink = !ok || ok && a < b
	sink = (ok || !ok) && a == b
	sink = a << 3 >> u
	sink = o.deep.x
	sink = po.deep
	sink = po.ptr.deep.y
	sink = po.arr[a]
	sink = po.arr[1:]
	sink = s[a:b:4]
	sink = s[:]
	sink = str[a:]
	sink = str[a]
	sink = m[str]
	sink = m["k"].x
	sink = *po
	sink = (*po).arr
	sink = *&o.arr
	sink = point{a, b}
	sink = point{}
	sink = [2]int{1, 2}
	sink = []int{}
	sink = []point{{1, 2}}
	sink = map[string]int{"a": 1}
	sink = struct{ n int }{a}
	sink = &point{x: 1}
	sink = new(point)
	sink = make([]int, a)
	sink = make([]int, 1, 10)
	sink = make(map[string]int)
	sink = make(map[string]int, a)
	sink = func() int { return a }
	sink = o.deep.sum
	sink = (*point).move
	sink = point.sum(o.deep)
	sink = o.deep.sum()
	sink = po.deep.move(3).x
	sink = sh.area(a)
	sink = sh.area
	sink = o.f(a)
	sink = fn(1, a)
	sink = fn(s...)
	sink = fn()
	sink = len(s) + cap(s)
	sink = min(a, b)
	sink = append(s, a, 2)
	sink = append(bs, str...)
	sink = string(bs)
	sink = []byte(str)
	sink = []rune(str)
	sink = string(rune(a))
	sink = float64(a)
	sink = celsius(f)
	sink = celsius(1.5)
	sink = uint8(200)
	sink = int64(1) << u
	sink = 'x'
	sink = '\n'
	sink = "quoted \"text\""
	sink = "a very long string constant that gc cuts off in its diagnostics because nobody reads it anyway"
	sink = 1e100
	sink = 3.0
	sink = 1 + 2i
	sink = true
	sink = str + "x" + str
	sink = (str + "x")[0]
	sink = str == "x"
	sink = e.(point)
	sink = e.(shape)
	sink = <-ch
	sink = real(c)
	sink = complex(f, 1)
	sink = *(*int)(unsafe.Pointer(&a))
	sink = unsafe.Sizeof(a)
	sink = unsafe.String(&u, a)
	sink = unsafe.Slice(&u, a)
	sink = l.head
	sink = id(a)
	sink = id[string](str)
	sink = list[string]{str}
	sink = func(x int) int { return x }(a)
	sink = [3]int(s)
	sink = (*[3]int)(s)
	sink = any(a)
	sink = any(celsius(f))
	sink = struct{ any }{e}
}

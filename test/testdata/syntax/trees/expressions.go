package expressions

var literals = []any{
	0, 0b1_01, 0o17, 017, 0xBad_Face, 1_000, 1.5, .5, 1., 1e-9, 0x1p-2, 0X.8P1, 1i, 0b1i, 2.5e3i, 08.5, 0123i,
	'a', '\n', '\'', '\x41', '\101', '\u00e9', '\U0001F600', 'é', '世', '😀',
	"", "a\tb\"c", "é世\u4e16", `raw "quotes" \n`,
	nil, true, false, iota,
}

var operators = a || b && c == d+e*f<<2&^3 | -g ^ ^h%(i-j) != !k

var unary = []any{&T{1}, &(T{2}), *p, **q, -x, +x, !b, ^c, <-ch, <-<-chch, - -x, &*p, *&x, &x.y.z, *f(), -a.b[c]}

var calls = []any{
	f(), f(a, b...), f(a, b,), f(g(h())), f(a)(b)[c].d.(T)(e),
	a.b.c(), a[i], a[i:], a[:j], a[i:j], a[i:j:k], a[:j:k], a[:], x.(T), x.(*T).y, x.(interface{ m() }),
}

var conversions = []any{
	int(x), []byte(s), (*T)(p), *(*int)(p), *(*[]byte)(p), (*[4]int)(s), [4]int(s), map[string]int(m), chan int(c),
	(<-chan int)(c), (chan<- int)(c), (func())(f), func() {}, struct{ a int }(s), interface{ m() }(x), (interface{})(x),
	(int)(x), ((T))(x), pkg.T(x), *T(x), (*pkg.T)(x).y, [](chan int)(x), []func() int(x), func(int) string(f),
	(*[2]int)(s)[:], (*[2]int)(s)[0], *(*struct{ a int })(p).b, (<-chan (<-chan int))(c), <-chan int(c),
}

var composites = []any{
	T{}, T{1, 2}, T{a: 1, b: 2}, pkg.T{}, []T{{1}, {2}}, []*T{{1}}, [...]int{1, 5: 2, 'a': 3}, [2][2]int{{1, 2}, {3, 4}},
	map[string]T{"a": {1}, "b": T{2}}, map[T]int{{1}: 2}, map[string]map[string]int{"a": {"b": 1}}, struct{ a, b int }{1, 2},
	struct{}{}, []func(){func() {}, nil}, []interface{ m() }{nil}, T{f(T{}), T{g: []int{1}}.g[0]}, []any{[]any{}},
	[]chan<- int{}, [N + 1]*T{}, map[[2]int]struct{}{{1, 2}: {}}, T[int]{}, T[int, []string]{a: 1},
}

var types = []any{
	new(int), new(42), new(x + 1), new(f(x)), new([]int), new(*T), new(struct{ a int }), new(chan<- int), new(func() int),
	new((int)), new(T{}), new(pkg.T), new(pkg.x.y), make([]int, n), make(map[string]int), make(chan int, 1+2), make(T[int], 3),
	new("s"), new(-1), new(&x), new(func() {}), new(iota), make(<-chan int), new([3]int{1}), new(a[i]), new(<-ch),
}

var functions = func(a int, b, c string, _ ...func(int) (int, error)) (r func() func()) {
	return func() func() { return func() {} }
}

func shadow(new func(int) int, make, len, nil, true, iota int, string string) (append any) {
	nil, true := iota, false
	new(make)
	return new(nil + true)
}

func many(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r int, s string, t ...string) (a1, b1, c1, d1, e1, f1, g1, h1, i1 bool) { return }
func manyTypes(int, string, bool, float64, uint, int8, int16, int32, int64, error, any, *T, []T) {}

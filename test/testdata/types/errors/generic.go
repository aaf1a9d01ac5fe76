package p

type Number interface{ ~int | ~float64 }
type List[T any] struct {
	head T
	tail *List[T]
}

func (l *List[T]) Len() int   { return 0 }
func (l *List[T, U]) Bad()    {}
func (l *List) Worse()        {}
func (l *List[int]) Odd() int { return 1 }

func Map[T, U any](s []T, f func(T) U) []U { return nil }
func Sum[N Number](s ...N) N               { var n N; return n }
func Less[T comparable](a, b T) bool       { return a < b }
func Conv[T, U any](t T) U                 { return U(t) }

type Str string
type bad[T Number | fmt] int
type cyc[T cyc[T]] struct{}

func use(l List, m List[int, int], n List[Number], o Number) {
	Map([]int{1}, 2)
	Map[int]([]string{}, nil)
	Map[int, int, int](nil, nil)
	Sum("a")
	Sum[string]()
	Sum(1, 2.5, 'a', "x")
	Less([]int{}, nil)
	var f func(string) string = Sum
	Conv(1)
	var s Str = Sum(Str("a"))
	_ = List[int]{}.none
	_ = Map
	_ = List
	var t Number
}

func inner[T any](x T) {
	_ = x.y
	_ = x + x
	_ = x.(int)
	switch x.(type) {
	}
	for range x {
	}
	type local[U any] struct{ u U }
	var c chan T = make(chan int)
	_ = any(x) == x
	_ = *x
	x()
}

package generics

type Number interface {
	~int | ~int8 | ~float64 | interface{ ~string }
}

type List[T any] struct {
	next *List[T]
	val  T
}

type Pair[K comparable, V any] struct {
	Key K
	Val V
}
type Ptr[P *C, C any] struct{ p P }
type Ptr2[P *int,] struct{}
type Paren[P (interface{ m() }),] int
type Array [N]int
type Matrix [N * 2]int
type Alias[T any] = map[string]List[T]
type SliceOf[S ~[]E, E any] struct{ s S }
type Embeds struct {
	List[int]
	*Pair[string, int]
	arr [N]int
	sl  []List[int]
}
type Sums interface {
	List[int] | Pair[int, string]
	~[]byte
	comparable
}

const N = 3

func Map[T, U any](in []T, f func(T) U) (out []U) {
	for _, v := range in {
		out = append(out, f(v))
	}
	return
}

func (l *List[T]) Push(v T)         { l.next = &List[T]{next: l.next, val: v} }
func (p Pair[K, _]) First() K       { return p.Key }
func union[T ~int | []byte | *int](T) {}

func use() {
	_ = Map[int, string]
	_ = Map([]int{1}, func(i int) string { return "" })
	_ = Pair[string, []int]{"a", nil}
	_ = List[Pair[int, *string]]{}
	var f func(int) = union[int]
	f(1)
	_ = []Pair[int, int]{{1, 2}, {Key: 3}}
	_ = (*Pair[int, int]).First
	_ = Pair[int, int].First
	_ = new(List[int])
	_ = a[i](j)[k]
	_ = make([]List[int], 3)
}

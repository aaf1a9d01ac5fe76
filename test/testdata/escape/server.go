// checked: -m -l; -m=2 -l
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"log/slog"
	"maps"
	"net/http"
	"os"
	"reflect"
	"regexp"
	"slices"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"text/template"
	"time"
)

type node[T any] struct {
	val  T
	next *node[T]
}
type list[T any] struct {
	head *node[T]
	n    int
}

func (l *list[T]) push(v T) *list[T] { l.head = &node[T]{v, l.head}; l.n++; return l }
func (l *list[T]) all() iter.Seq[T] {
	return func(y func(T) bool) {
		for n := l.head; n != nil; n = n.next {
			if !y(n.val) {
				return
			}
		}
	}
}
func mapf[T, U any](s iter.Seq[T], f func(T) U) iter.Seq[U] {
	return func(y func(U) bool) {
		for v := range s {
			if !y(f(v)) {
				return
			}
		}
	}
}

type server struct {
	mu  sync.RWMutex
	m   map[string]*entry
	log *slog.Logger
	n   atomic.Int64
}
type entry struct {
	Key string `json:"key"`
	Val any    `json:"val"`
	at  time.Time
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), time.Second)
	defer cancel()
	var e entry
	if err := json.NewDecoder(r.Body).Decode(&e); err != nil {
		http.Error(w, fmt.Sprintf("bad: %v", err), 400)
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.m[e.Key] = &e
	s.n.Add(1)
	s.log.InfoContext(ctx, "stored", slog.String("key", e.Key), slog.Any("v", e.Val))
	select {
	case <-ctx.Done():
	default:
	}
}

type myErr struct {
	code  int
	inner error
}

func (e *myErr) Error() string { return "code " + fmt.Sprint(e.code) }
func (e *myErr) Unwrap() error { return e.inner }
func work(n int) (res []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &myErr{n, fmt.Errorf("panic: %v", r)}
		}
	}()
	var buf bytes.Buffer
	w := bufio.NewWriter(&buf)
	for i := range n {
		fmt.Fprintf(w, "%d,", i)
	}
	w.Flush()
	return buf.Bytes(), nil
}
func keys(m map[string]int) []string {
	ks := make([]string, 0, len(m))
	for k := range m {
		ks = append(ks, k)
	}
	sort.Slice(ks, func(i, j int) bool { return ks[i] < ks[j] })
	return ks
}
func main() {
	l := new(list[string])
	l.push("a").push("b")
	for v := range mapf(l.all(), strings.ToUpper) {
		fmt.Println(v)
	}
	s := &server{m: map[string]*entry{}, log: slog.Default()}
	http.Handle("/", s)
	b, err := work(3)
	var me *myErr
	if errors.As(err, &me) {
		panic(me)
	}
	os.Stdout.Write(b)
	m := map[string]int{"x": 1}
	for _, k := range slices.Sorted(maps.Keys(m)) {
		println(k)
	}
	_ = keys(m)
	re := regexp.MustCompile("a+")
	_ = re.FindAllStringIndex("aa", -1)
	t := template.Must(template.New("x").Parse("{{.}}"))
	t.Execute(io.Discard, m)
	fmt.Println(reflect.TypeOf(s).Elem().NumField())
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() { defer wg.Done(); s.n.Add(int64(i)) }()
	}
	wg.Go(func() { s.n.Store(1) })
	wg.Wait()
}

//go:build go1.21

// Package shapes has every kind of declaration.
package shapes

import "fmt"
import (
	. "math"
	str "strings"
	_ "unsafe"
)

const one = 1
const (
	a, b = iota, iota << 2
	c, d
	_, _
	e float64 = 1e3
)

var x, y int = 1, 2
var (
	z          = "raw `" + `back\slash
two lines`
	f1, f2, f3 func(int, ...string) (n int, err error)
)

type (
	ID    int
	Names = []string
	Point struct {
		X, Y  int `json:"x"`
		label string
		*ID
		str.Builder "tag"
		fmt.Stringer
		_ [0]func()
	}
	Shape interface {
		Area() float64
		Move(dx, dy int) (Shape, error)
		fmt.Stringer
		interface{ Hidden() }
	}
)

//go:noinline
func plain() {}

func external(p *int) int

func (p *Point) Scale(by float64, _ ...int) (w, h float64) { return Sqrt(by), 0 }
func (Point) Origin() (int, int)                          { return 0, 0 }

func results(a, b int, c string, d ...*Point) (_ map[string][]chan<- int, err error)
func chans(a <-chan int, b chan<- chan int, c chan (<-chan int), d <-chan (<-chan int), e chan<- <-chan int)

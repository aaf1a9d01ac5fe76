package text /* a comment
over two lines */

// Comments with é and 世界.
var größe, 世界, _x1, ñandú9 = "naïve", 'é', `raw
é`, '世' // trailing

func f() int { /* inside */ return /* before */ größe /* after */ }

func g() (x int) { x = 1 /* ends
the line */ return x }

const (A = 1; B)
var (v int)
type (P *int; Q struct{ a int; b string })

func h(a /* name */ int /* type */, b string,) { if a := a; a > 0 { h(a, b,) } else { goto L }; L: }

var crlf = `one two`
var w = 1

func labels() { x: for { break x }; y: { goto y } }
func 	tabs( )	{	return	;	}

//go:build ignore

// Prints a Go file of random type declarations T0, T1, … and, in a comment after each, what gc's sizes say of it:
// size, alignment, offsets of the fields of a struct.
//
//	go run tools/sizes.go -seed 1 -n 300 > test/testdata/sizes/go1.26.txt
package main

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"math/rand"
	"strings"
)

var basics = []string{
	"bool", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "uintptr",
	"float32", "float64", "complex64", "complex128", "string", "error", "any", "struct{}", "[0]int64",
}

func typ(r *rand.Rand, depth, known int) string {
	if known > 0 && r.Intn(6) == 0 {
		return fmt.Sprintf("T%d", r.Intn(known))
	}
	if depth == 0 || r.Intn(3) == 0 {
		return basics[r.Intn(len(basics))]
	}
	sub := func() string { return typ(r, depth-1, known) }
	switch r.Intn(10) {
	case 0:
		return "*" + sub()
	case 1:
		return "[]" + sub()
	case 2:
		return fmt.Sprintf("[%d]%s", r.Intn(5), sub())
	case 3:
		return "map[string]" + sub()
	case 4:
		return "chan " + sub()
	case 5:
		return "func(" + sub() + ")"
	case 6:
		return "interface{ m(" + sub() + ") }"
	default:
		var b strings.Builder
		b.WriteString("struct {")
		for i, n := 0, r.Intn(6); i < n; i++ {
			fmt.Fprintf(&b, " f%d %s;", i, sub())
		}
		b.WriteString(" }")
		return b.String()
	}
}

func main() {
	seed := flag.Int64("seed", 1, "seed of the random types")
	n := flag.Int("n", 300, "number of types")
	flag.Parse()
	r := rand.New(rand.NewSource(*seed))
	lines := make([]string, *n)
	for i := range lines {
		lines[i] = fmt.Sprintf("type T%d %s", i, typ(r, 4, i))
	}
	src := "package p\n" + strings.Join(lines, "\n") + "\n"
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", src, 0)
	if err != nil {
		panic(err)
	}
	pkg, err := new(types.Config).Check("p", fset, []*ast.File{file}, nil)
	if err != nil {
		panic(err)
	}
	sizes := types.SizesFor("gc", "amd64")
	fmt.Println("package p")
	for i, line := range lines {
		t := pkg.Scope().Lookup(fmt.Sprintf("T%d", i)).Type()
		var offsets []int64
		if s, ok := t.Underlying().(*types.Struct); ok {
			fields := make([]*types.Var, s.NumFields())
			for i := range fields {
				fields[i] = s.Field(i)
			}
			offsets = sizes.Offsetsof(fields)
		}
		fmt.Printf("%s // %d %d %v\n", line, sizes.Sizeof(t), sizes.Alignof(t), offsets)
	}
}

// Typesbench times go/parser and go/types on one std package, with imports from export data that was read before.
//
//	typesbench PATH N      prints the milliseconds of N runs after as many to warm up, one a line
package main

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func main() {
	path := os.Args[1]
	n, err := strconv.Atoi(os.Args[2])
	check(err)
	out, err := exec.Command("go", "list", "-export", "-deps", "-f", "{{.ImportPath}}={{.Export}}", path).Output()
	check(err)
	exports := map[string]string{}
	for _, l := range strings.Split(string(out), "\n") {
		if p, f, ok := strings.Cut(l, "="); ok {
			exports[strings.TrimPrefix(p, "vendor/")] = f
		}
	}
	ctx := build.Default
	ctx.CgoEnabled = false
	pkg, err := ctx.Import(path, "", 0)
	check(err)
	lookup := func(p string) (io.ReadCloser, error) { return os.Open(exports[p]) }
	imp := importer.ForCompiler(token.NewFileSet(), "gc", lookup)
	for i := range 2 * n {
		start := time.Now()
		fset := token.NewFileSet()
		var files []*ast.File
		for _, name := range pkg.GoFiles {
			f, err := parser.ParseFile(fset, filepath.Join(pkg.Dir, name), nil, parser.SkipObjectResolution)
			check(err)
			files = append(files, f)
		}
		info := &types.Info{
			Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
			Implicits: map[ast.Node]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{},
			Scopes: map[ast.Node]*types.Scope{}, Instances: map[*ast.Ident]types.Instance{},
		}
		conf := types.Config{Importer: imp, Sizes: types.SizesFor("gc", "amd64")}
		_, err := conf.Check(path, fset, files, info)
		check(err)
		if i >= n {
			fmt.Println(time.Since(start).Seconds() * 1000)
		}
	}
}

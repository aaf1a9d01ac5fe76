package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sort"
	"strings"
)

// stdSet is the standard library as go/types sees its source.
type stdSet struct {
	paths    []string // all packages, sorted; vendored ones with their prefix
	packages map[string]*types.Package
	bodies   map[*types.Func]*ast.FuncDecl // of generic functions and methods
	info     *types.Info
}

func goTool() string {
	return filepath.Join(runtime.GOROOT(), "bin", "go")
}

// cleanEnv is the environment of every go command: nothing of the user's settings may change the facts.
func cleanEnv(extra ...string) []string {
	var env []string
	for _, v := range os.Environ() {
		name, _, _ := strings.Cut(v, "=")
		switch name {
		case "GOFLAGS", "GOENV", "GOOS", "GOARCH", "CGO_ENABLED", "GOEXPERIMENT", "GOAMD64", "GOTOOLCHAIN", "GOROOT", "GODEBUG":
			continue
		}
		env = append(env, v)
	}
	env = append(env, "GOFLAGS=", "GOENV=off", "GOOS=linux", "GOARCH=amd64", "CGO_ENABLED=0", "GOEXPERIMENT=", "GOTOOLCHAIN=local", "GOROOT="+runtime.GOROOT())
	return append(env, extra...)
}

// listed is what the go command says about a package.
type listed struct {
	ImportPath string
	Dir        string
	GoFiles    []string
	ImportMap  map[string]string
}

func listStd() (*stdSet, error) {
	cmd := exec.Command(goTool(), "list", "-json=ImportPath,Dir,GoFiles,ImportMap", "std")
	cmd.Env = cleanEnv()
	cmd.Dir = os.TempDir()
	cmd.Stderr = os.Stderr
	text, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	all := map[string]*listed{}
	set := &stdSet{packages: map[string]*types.Package{}, bodies: map[*types.Func]*ast.FuncDecl{}, info: &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{},
		Uses: map[*ast.Ident]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{},
	}}
	for dec := json.NewDecoder(strings.NewReader(string(text))); ; {
		p := new(listed)
		if err := dec.Decode(p); err == io.EOF {
			break
		} else if err != nil {
			return nil, fmt.Errorf("go list: %w", err)
		}
		if len(p.GoFiles) > 0 {
			all[p.ImportPath] = p
			set.paths = append(set.paths, p.ImportPath)
		}
	}
	sort.Strings(set.paths)
	c := &sourceChecker{all: all, set: set, fset: token.NewFileSet()}
	for _, path := range set.paths {
		if _, err := c.check(path); err != nil {
			return nil, err
		}
	}
	return set, nil
}

// sourceChecker checks packages from source, each once: export data hides the unexported functions that generic bodies call.
type sourceChecker struct {
	all  map[string]*listed
	set  *stdSet
	fset *token.FileSet
}

type importerFunc func(path string) (*types.Package, error)

func (f importerFunc) Import(path string) (*types.Package, error) { return f(path) }

func (c *sourceChecker) check(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if pkg := c.set.packages[path]; pkg != nil {
		return pkg, nil
	}
	p := c.all[path]
	if p == nil {
		return nil, fmt.Errorf("no package %q", path)
	}
	var files []*ast.File
	for _, name := range p.GoFiles {
		f, err := parser.ParseFile(c.fset, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	// Bodies are only looked into where they are generic; the others need no check.
	for _, f := range files {
		for _, decl := range f.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && !isGeneric(fn) {
				fn.Body = nil
			}
		}
	}
	conf := types.Config{
		Importer: importerFunc(func(path string) (*types.Package, error) {
			if mapped, ok := p.ImportMap[path]; ok {
				path = mapped
			}
			return c.check(path)
		}),
		Sizes:     types.SizesFor("gc", "amd64"),
		GoVersion: "go" + minor(),
		Error:     func(error) {}, // imports that only other bodies use
	}
	pkg, _ := conf.Check(path, c.fset, files, c.set.info)
	c.set.packages[path] = pkg
	for _, f := range files {
		for _, decl := range f.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Body != nil {
				c.set.bodies[c.set.info.Defs[fn.Name].(*types.Func)] = fn
			}
		}
	}
	return pkg, nil
}

// isGeneric: type parameters of its own, or a receiver with some.
func isGeneric(fn *ast.FuncDecl) bool {
	if fn.Type.TypeParams != nil {
		return true
	}
	if fn.Recv == nil || len(fn.Recv.List) == 0 {
		return false
	}
	t := fn.Recv.List[0].Type
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	switch t.(type) {
	case *ast.IndexExpr, *ast.IndexListExpr:
		return true
	}
	return false
}

// importable reports whether a program of a user can import the package.
func importable(path string) bool {
	if strings.HasPrefix(path, "vendor/") || strings.HasPrefix(path, "cmd/") {
		return false
	}
	for _, part := range strings.Split(path, "/") {
		if part == "internal" {
			return false
		}
	}
	return true
}

// Syntaxdump prints what go/parser sees in Go files, one line per node in source order: kind, position of the node's own
// token (0 where go/ast does not keep it), start, end and the node's own text. tools/syntax-compare.ts prints the same
// for our tree and compares.
//
//	syntaxdump file.go        the lines
//	syntaxdump -goversion     for each line of stdin, a //go:build line: the Go version it demands, or "error"
//	syntaxdump < files        per file: name, a tab, SHA-1 of its lines ("error" when go/parser rejects the file)
//
// Parentheses and lists are not printed, only what is inside: gc's tree keeps parentheses only in expressions.
package main

import (
	"bufio"
	"bytes"
	"crypto/sha1"
	"fmt"
	"go/ast"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"os"
)

type dumper struct {
	out  bytes.Buffer
	base int
}

func main() {
	if len(os.Args) > 1 && os.Args[1] == "-goversion" {
		goversions()
		return
	}
	if len(os.Args) > 1 {
		d, err := dump(os.Args[1])
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Stdout.Write(d)
		return
	}
	in := bufio.NewScanner(os.Stdin)
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	for in.Scan() {
		d, err := dump(in.Text())
		if err != nil {
			fmt.Fprintf(w, "%s\terror\n", in.Text())
			continue
		}
		fmt.Fprintf(w, "%s\t%x\n", in.Text(), sha1.Sum(d))
	}
}

func goversions() {
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		x, err := constraint.Parse(in.Text())
		if err != nil {
			fmt.Println("error")
			continue
		}
		fmt.Println(constraint.GoVersion(x))
	}
}

func dump(name string) ([]byte, error) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	d := &dumper{base: fset.File(f.FileStart).Base()}
	d.expr(f.Name)
	for _, decl := range f.Decls {
		d.decl(decl)
	}
	return d.out.Bytes(), nil
}

func (d *dumper) off(p token.Pos) int {
	if p == token.NoPos {
		return 0
	}
	return int(p) - d.base
}

func (d *dumper) line(kind string, pos token.Pos, n ast.Node, text string) {
	fmt.Fprintf(&d.out, "%s %d %d %d %s\n", kind, d.off(pos), d.off(n.Pos()), d.off(n.End()), text)
}

func (d *dumper) decl(decl ast.Decl) {
	switch n := decl.(type) {
	case *ast.FuncDecl:
		d.line("FuncDecl", token.NoPos, n, "")
		if n.Recv != nil {
			d.fields(n.Recv)
		}
		d.expr(n.Name)
		d.fields(n.Type.TypeParams)
		d.signature(n.Type)
		if n.Body != nil {
			d.stmt(n.Body)
		}
	case *ast.GenDecl:
		for _, spec := range n.Specs {
			d.spec(n.Tok, spec)
		}
	}
}

func (d *dumper) spec(tok token.Token, spec ast.Spec) {
	switch n := spec.(type) {
	case *ast.ImportSpec:
		d.line("ImportDecl", n.Pos(), n, "")
		if n.Name != nil {
			d.expr(n.Name)
		}
		d.expr(n.Path)
	case *ast.ValueSpec:
		kind := "VarDecl"
		if tok == token.CONST {
			kind = "ConstDecl"
		}
		d.line(kind, n.Pos(), n, "")
		for _, name := range n.Names {
			d.expr(name)
		}
		d.expr(n.Type)
		d.exprs(n.Values)
	case *ast.TypeSpec:
		d.line("TypeDecl", n.Pos(), n, fmt.Sprint(n.Assign != token.NoPos))
		d.expr(n.Name)
		d.fields(n.TypeParams)
		d.expr(n.Type)
	}
}

func (d *dumper) fields(list *ast.FieldList) {
	if list == nil {
		return
	}
	for _, f := range list.List {
		for _, name := range f.Names {
			d.expr(name)
		}
		d.expr(f.Type)
		if f.Tag != nil {
			d.expr(f.Tag)
		}
	}
}

func (d *dumper) signature(n *ast.FuncType) {
	fmt.Fprintf(&d.out, "FuncType\n")
	d.fields(n.Params)
	fmt.Fprintf(&d.out, "results\n")
	d.fields(n.Results)
}

func (d *dumper) exprs(list []ast.Expr) {
	for _, x := range list {
		d.expr(x)
	}
}

func (d *dumper) expr(x ast.Expr) {
	switch n := x.(type) {
	case nil:
	case *ast.Ident:
		if n != nil {
			d.line("Name", n.Pos(), n, n.Name)
		}
	case *ast.BasicLit:
		d.line("BasicLit", n.Pos(), n, n.Value)
	case *ast.CompositeLit:
		d.line("CompositeLit", n.Lbrace, n, fmt.Sprint(d.off(n.Rbrace)))
		d.expr(n.Type)
		d.exprs(n.Elts)
	case *ast.KeyValueExpr:
		d.line("KeyValueExpr", n.Colon, n, "")
		d.expr(n.Key)
		d.expr(n.Value)
	case *ast.FuncLit:
		d.line("FuncLit", n.Pos(), n, "")
		d.signature(n.Type)
		d.stmt(n.Body)
	case *ast.ParenExpr:
		d.expr(n.X)
	case *ast.SelectorExpr:
		d.line("SelectorExpr", token.NoPos, n, "")
		d.expr(n.X)
		d.expr(n.Sel)
	case *ast.IndexExpr:
		d.line("IndexExpr", n.Lbrack, n, "")
		d.expr(n.X)
		d.expr(n.Index)
	case *ast.IndexListExpr:
		d.line("IndexExpr", n.Lbrack, n, "")
		d.expr(n.X)
		d.exprs(n.Indices)
	case *ast.SliceExpr:
		d.line("SliceExpr", n.Lbrack, n, fmt.Sprint(n.Low != nil, n.High != nil, n.Slice3))
		d.expr(n.X)
		d.expr(n.Low)
		d.expr(n.High)
		d.expr(n.Max)
	case *ast.TypeAssertExpr:
		d.line("AssertExpr", token.NoPos, n, "")
		d.expr(n.X)
		d.expr(n.Type)
	case *ast.UnaryExpr:
		d.line("Operation", n.OpPos, n, n.Op.String())
		d.expr(n.X)
	case *ast.StarExpr:
		d.line("Operation", n.Star, n, "*")
		d.expr(n.X)
	case *ast.BinaryExpr:
		d.line("Operation", n.OpPos, n, n.Op.String())
		d.expr(n.X)
		d.expr(n.Y)
	case *ast.CallExpr:
		d.line("CallExpr", n.Lparen, n, fmt.Sprint(n.Ellipsis != token.NoPos))
		d.expr(n.Fun)
		d.exprs(n.Args)
	case *ast.Ellipsis:
		d.line("DotsType", n.Ellipsis, n, "")
		d.expr(n.Elt)
	case *ast.ArrayType:
		kind := "ArrayType"
		if n.Len == nil {
			kind = "SliceType"
		}
		d.line(kind, n.Lbrack, n, "")
		if _, open := n.Len.(*ast.Ellipsis); !open {
			d.expr(n.Len)
		}
		d.expr(n.Elt)
	case *ast.StructType:
		d.line("StructType", n.Struct, n, "")
		d.fields(n.Fields)
	case *ast.FuncType:
		d.line("Func", token.NoPos, n, "")
		d.signature(n)
	case *ast.InterfaceType:
		d.line("InterfaceType", n.Interface, n, "")
		for _, m := range n.Methods.List {
			if len(m.Names) == 0 {
				d.expr(m.Type)
				continue
			}
			d.expr(m.Names[0])
			d.signature(m.Type.(*ast.FuncType))
		}
	case *ast.MapType:
		d.line("MapType", n.Map, n, "")
		d.expr(n.Key)
		d.expr(n.Value)
	case *ast.ChanType:
		d.line("ChanType", token.NoPos, n, fmt.Sprint(int(n.Dir)))
		d.expr(n.Value)
	default:
		panic(fmt.Sprintf("%T", n))
	}
}

func (d *dumper) list(list []ast.Stmt) {
	for _, s := range list {
		d.stmt(s)
	}
}

func (d *dumper) stmt(s ast.Stmt) {
	switch n := s.(type) {
	case nil:
	case *ast.EmptyStmt:
		d.line("EmptyStmt", n.Pos(), n, "")
	case *ast.LabeledStmt:
		d.line("LabeledStmt", n.Colon, n, "")
		d.expr(n.Label)
		d.stmt(n.Stmt)
	case *ast.BlockStmt:
		d.line("BlockStmt", n.Lbrace, n, fmt.Sprint(d.off(n.Rbrace)))
		d.list(n.List)
	case *ast.ExprStmt:
		d.line("ExprStmt", token.NoPos, n, "")
		d.expr(n.X)
	case *ast.SendStmt:
		d.line("SendStmt", n.Arrow, n, "")
		d.expr(n.Chan)
		d.expr(n.Value)
	case *ast.IncDecStmt:
		d.line("AssignStmt", n.TokPos, n, n.Tok.String())
		d.expr(n.X)
	case *ast.AssignStmt:
		d.line("AssignStmt", n.TokPos, n, n.Tok.String())
		d.exprs(n.Lhs)
		d.exprs(n.Rhs)
	case *ast.GoStmt:
		d.line("CallStmt", n.Go, n, "go")
		d.expr(n.Call)
	case *ast.DeferStmt:
		d.line("CallStmt", n.Defer, n, "defer")
		d.expr(n.Call)
	case *ast.ReturnStmt:
		d.line("ReturnStmt", n.Return, n, "")
		d.exprs(n.Results)
	case *ast.BranchStmt:
		d.line("BranchStmt", n.TokPos, n, n.Tok.String())
		d.expr(n.Label)
	case *ast.IfStmt:
		d.line("IfStmt", n.If, n, "")
		d.stmt(n.Init)
		d.expr(n.Cond)
		d.stmt(n.Body)
		d.stmt(n.Else)
	case *ast.CaseClause:
		d.line("CaseClause", n.Case, n, fmt.Sprint(d.off(n.Colon)))
		d.exprs(n.List)
		d.list(n.Body)
	case *ast.CommClause:
		d.line("CommClause", n.Case, n, fmt.Sprint(d.off(n.Colon)))
		d.stmt(n.Comm)
		d.list(n.Body)
	case *ast.SwitchStmt:
		d.line("SwitchStmt", n.Switch, n, fmt.Sprint(d.off(n.Body.Rbrace)))
		d.stmt(n.Init)
		d.expr(n.Tag)
		d.list(n.Body.List)
	case *ast.TypeSwitchStmt:
		d.line("SwitchStmt", n.Switch, n, fmt.Sprint(d.off(n.Body.Rbrace)))
		d.stmt(n.Init)
		d.line("TypeSwitchGuard", token.NoPos, n.Assign, "")
		switch a := n.Assign.(type) {
		case *ast.AssignStmt:
			d.exprs(a.Lhs)
			d.expr(a.Rhs[0].(*ast.TypeAssertExpr).X)
		case *ast.ExprStmt:
			d.expr(a.X.(*ast.TypeAssertExpr).X)
		}
		d.list(n.Body.List)
	case *ast.SelectStmt:
		d.line("SelectStmt", n.Select, n, fmt.Sprint(d.off(n.Body.Rbrace)))
		d.list(n.Body.List)
	case *ast.ForStmt:
		d.line("ForStmt", n.For, n, "")
		d.stmt(n.Init)
		d.expr(n.Cond)
		d.stmt(n.Post)
		d.stmt(n.Body)
	case *ast.RangeStmt:
		d.line("ForStmt", n.For, n, "")
		fmt.Fprintf(&d.out, "RangeClause %d %v\n", d.off(n.Range), n.Tok == token.DEFINE)
		d.expr(n.Key)
		d.expr(n.Value)
		d.expr(n.X)
		d.stmt(n.Body)
	case *ast.DeclStmt:
		g := n.Decl.(*ast.GenDecl)
		d.line("DeclStmt", g.TokPos, n, "")
		d.decl(g)
	default:
		panic(fmt.Sprintf("%T", n))
	}
}

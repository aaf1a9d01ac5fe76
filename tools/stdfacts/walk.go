package main

import (
	"go/ast"
	"go/types"
	"sort"
)

// depth says how much of a declaration goes into a file.
type depth int

const (
	depthName   depth = iota + 1 // that it exists: only pointers and the like lead to it
	depthLayout                  // its underlying type: it lies inside of what a program can name
	depthFull                    // all of it
)

// factSet says which objects of which packages go into files: what a program can name, and what that consists of. Fields
// that a program cannot name matter by their size, their pointers and whether they compare: what lies behind a pointer in
// them is a name only.
type factSet struct {
	packages map[string]*types.Package
	objects  map[string]map[string]types.Object // package path, then name
	depths   map[types.Object]depth
	called   map[*types.Func]bool // methods that generic bodies call
	full     bool                 // everything that is met is wanted in full
}

// sortedPaths lists the packages of the set in a fixed order.
func (s *factSet) sortedPaths() []string {
	var paths []string
	for path := range s.packages {
		paths = append(paths, path)
	}
	sort.Strings(paths)
	return paths
}

func (s *factSet) sortedObjects(path string) []types.Object {
	var list []types.Object
	for _, obj := range s.objects[path] {
		list = append(list, obj)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].Name() < list[j].Name() })
	return list
}

type walker struct {
	set    *factSet
	std    *stdSet
	seen   map[seenType]bool
	bodies map[*types.Func]bool // whose bodies are looked into
}

type seenType struct {
	t types.Type
	d depth
}

// collect starts from the exported objects of the importable packages; full adds those of all others, and leaves nothing out.
func collect(std *stdSet, full bool) *factSet {
	w := &walker{
		std:    std,
		bodies: map[*types.Func]bool{},
		set: &factSet{called: map[*types.Func]bool{}, packages: map[string]*types.Package{},
			objects: map[string]map[string]types.Object{}, depths: map[types.Object]depth{}, full: full},
		seen: map[seenType]bool{},
	}
	for _, path := range std.paths {
		if !full && !importable(path) {
			continue
		}
		pkg := std.packages[path]
		w.addPackage(pkg)
		for _, name := range pkg.Scope().Names() {
			if obj := pkg.Scope().Lookup(name); obj.Exported() {
				w.object(obj, depthFull)
			}
		}
	}
	return w.set
}

func (w *walker) addPackage(pkg *types.Package) {
	if pkg == nil || pkg == types.Unsafe {
		return
	}
	if w.set.packages[pkg.Path()] == nil {
		w.set.packages[pkg.Path()] = pkg
		w.set.objects[pkg.Path()] = map[string]types.Object{}
	}
}

func (w *walker) object(obj types.Object, d depth) {
	pkg := obj.Pkg()
	if pkg == nil || pkg == types.Unsafe {
		return
	}
	if w.set.full {
		d = depthFull
	}
	w.addPackage(pkg)
	objects := w.set.objects[pkg.Path()]
	if known := objects[obj.Name()]; known != nil && known != obj {
		panic("two objects are called " + pkg.Path() + "." + obj.Name())
	}
	objects[obj.Name()] = obj
	if w.set.depths[obj] >= d {
		return
	}
	w.set.depths[obj] = d
	name, isType := obj.(*types.TypeName)
	if !isType {
		w.typ(obj.Type(), d)
		if fn, ok := obj.(*types.Func); ok {
			w.body(fn)
		}
		return
	}
	if rhs, tparams, ok := aliasOf(name); ok {
		w.typeParams(tparams, d)
		w.typ(rhs, d)
		return
	}
	named := name.Type().(*types.Named)
	if d == depthName {
		return
	}
	w.typeParams(named.TypeParams(), d)
	w.typ(named.Underlying(), d)
	if d == depthLayout {
		return
	}
	for i := 0; i < named.NumMethods(); i++ {
		if m := named.Method(i); w.set.keepsSignature(m) {
			w.method(m)
		}
	}
}

func (w *walker) method(m *types.Func) {
	w.typ(m.Type(), depthFull)
	w.body(m)
}

// body looks into a generic function: a program that uses it needs what its body refers to.
func (w *walker) body(fn *types.Func) {
	decl := w.std.bodies[fn]
	if decl == nil || w.bodies[fn] {
		return
	}
	w.bodies[fn] = true
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			w.use(w.std.info.Uses[id])
			if local, ok := w.std.info.Defs[id].(*types.TypeName); ok {
				w.typ(local.Type().Underlying(), depthFull)
			}
		}
		if e, ok := n.(ast.Expr); ok {
			if tv, ok := w.std.info.Types[e]; ok && tv.Value == nil && tv.Type != nil {
				w.typ(tv.Type, depthFull)
			}
		}
		return true
	})
}

// use: what an identifier of a body denotes. Constants are not needed, their values are in the bodies.
func (w *walker) use(obj types.Object) {
	switch obj := obj.(type) {
	case *types.Func:
		fn := obj.Origin()
		sig := fn.Type().(*types.Signature)
		if sig.Recv() == nil {
			w.object(fn, depthFull)
			return
		}
		if !w.set.called[fn] {
			w.set.called[fn] = true
			w.method(fn)
		}
	case *types.Var:
		if obj.Pkg() != nil && obj.Parent() == obj.Pkg().Scope() {
			w.object(obj, depthFull)
		}
	case *types.TypeName:
		if obj.Pkg() != nil && obj.Parent() == obj.Pkg().Scope() {
			w.object(obj, depthFull)
		}
	}
}

// keepsSignature reports whether a method's signature can matter: a program can call it, or an interface can ask for it.
func (s *factSet) keepsSignature(m *types.Func) bool {
	return s.full || m.Exported() || s.called[m] || unexportedInterfaceMethods(m.Pkg())[m.Name()]
}

var interfaceMethods = map[*types.Package]map[string]bool{}

// unexportedInterfaceMethods are the unexported names that interfaces of the package ask for.
func unexportedInterfaceMethods(pkg *types.Package) map[string]bool {
	names, ok := interfaceMethods[pkg]
	if ok {
		return names
	}
	names = map[string]bool{}
	for _, name := range pkg.Scope().Names() {
		obj, ok := pkg.Scope().Lookup(name).(*types.TypeName)
		if !ok {
			continue
		}
		if iface, ok := obj.Type().Underlying().(*types.Interface); ok {
			for i := 0; i < iface.NumExplicitMethods(); i++ {
				if m := iface.ExplicitMethod(i); !m.Exported() {
					names[m.Name()] = true
				}
			}
		}
	}
	interfaceMethods[pkg] = names
	return names
}

func (w *walker) typeParams(list *types.TypeParamList, d depth) {
	for i := 0; i < list.Len(); i++ {
		w.typ(list.At(i).Constraint(), d)
	}
}

// behind is the depth of what a pointer, slice, map, channel or function of depth d leads to.
func behind(d depth) depth {
	if d == depthFull {
		return depthFull
	}
	return depthName
}

func (w *walker) typ(t types.Type, d depth) {
	if w.set.full {
		d = depthFull
	}
	if w.seen[seenType{t, d}] {
		return
	}
	w.seen[seenType{t, d}] = true
	if obj, targs, ok := typeReference(t); ok {
		if obj.Pkg() == nil || obj.Parent() == obj.Pkg().Scope() { // not those of a body
			w.object(obj, d)
		}
		for i := 0; i < targs.Len(); i++ {
			w.typ(targs.At(i), d)
		}
		return
	}
	switch t := t.(type) {
	case *types.Basic, *types.TypeParam:
	case *types.Pointer:
		w.typ(t.Elem(), behind(d))
	case *types.Slice:
		w.typ(t.Elem(), behind(d))
	case *types.Array:
		w.typ(t.Elem(), d)
	case *types.Chan:
		w.typ(t.Elem(), behind(d))
	case *types.Map:
		w.typ(t.Key(), behind(d))
		w.typ(t.Elem(), behind(d))
	case *types.Struct:
		w.structType(t, d)
	case *types.Tuple:
		for i := 0; i < t.Len(); i++ {
			w.typ(t.At(i).Type(), behind(d))
		}
	case *types.Signature:
		w.typeParams(t.TypeParams(), d)
		w.typeParams(t.RecvTypeParams(), d)
		w.typ(t.Params(), d)
		w.typ(t.Results(), d)
	case *types.Interface:
		for i := 0; i < t.NumExplicitMethods(); i++ {
			w.addPackage(t.ExplicitMethod(i).Pkg())
			w.typ(t.ExplicitMethod(i).Type(), behind(d))
		}
		for i := 0; i < t.NumEmbeddeds(); i++ {
			w.typ(t.EmbeddedType(i), d)
		}
	case *types.Union:
		for i := 0; i < t.Len(); i++ {
			w.typ(t.Term(i).Type(), d)
		}
	default:
		panic("a type of unknown kind: " + t.String())
	}
}

// structType: a program reaches exported fields, and through embedded ones what they promote.
func (w *walker) structType(t *types.Struct, d depth) {
	for i := 0; i < t.NumFields(); i++ {
		f := t.Field(i)
		w.addPackage(f.Pkg())
		if d == depthFull && (f.Exported() || f.Embedded()) {
			w.typ(f.Type(), depthFull)
		} else {
			w.typ(f.Type(), min(d, depthLayout))
		}
	}
}

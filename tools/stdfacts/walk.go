package main

import (
	"go/types"
	"sort"
)

// factSet says which objects of which packages go into files: what a program can name, and all that is reachable from it.
type factSet struct {
	packages map[string]*types.Package
	objects  map[string]map[string]types.Object // package path, then name
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
	set  *factSet
	seen map[types.Type]bool
}

// collect starts from the exported objects of the importable packages; full adds those of all others.
func collect(std *stdSet, full bool) *factSet {
	w := &walker{
		set:  &factSet{packages: map[string]*types.Package{}, objects: map[string]map[string]types.Object{}},
		seen: map[types.Type]bool{},
	}
	for _, path := range std.paths {
		if !full && !importable(path) {
			continue
		}
		pkg := std.packages[path]
		w.addPackage(pkg)
		for _, name := range pkg.Scope().Names() {
			if obj := pkg.Scope().Lookup(name); obj.Exported() {
				w.object(obj)
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

func (w *walker) object(obj types.Object) {
	pkg := obj.Pkg()
	if pkg == nil || pkg == types.Unsafe {
		return
	}
	w.addPackage(pkg)
	objects := w.set.objects[pkg.Path()]
	if known := objects[obj.Name()]; known != nil {
		if known != obj {
			panic("two objects are called " + pkg.Path() + "." + obj.Name())
		}
		return
	}
	objects[obj.Name()] = obj
	name, isType := obj.(*types.TypeName)
	if !isType {
		w.typ(obj.Type())
		return
	}
	if rhs, tparams, ok := aliasOf(name); ok {
		w.typeParams(tparams)
		w.typ(rhs)
		return
	}
	named := name.Type().(*types.Named)
	w.typeParams(named.TypeParams())
	w.typ(named.Underlying())
	for i := 0; i < named.NumMethods(); i++ {
		w.typ(named.Method(i).Type())
	}
}

func (w *walker) typeParams(list *types.TypeParamList) {
	for i := 0; i < list.Len(); i++ {
		w.typ(list.At(i).Constraint())
	}
}

func (w *walker) typ(t types.Type) {
	if w.seen[t] {
		return
	}
	w.seen[t] = true
	if obj, targs, ok := typeReference(t); ok {
		w.object(obj)
		for i := 0; i < targs.Len(); i++ {
			w.typ(targs.At(i))
		}
		return
	}
	switch t := t.(type) {
	case *types.Basic, *types.TypeParam:
	case *types.Pointer:
		w.typ(t.Elem())
	case *types.Slice:
		w.typ(t.Elem())
	case *types.Array:
		w.typ(t.Elem())
	case *types.Chan:
		w.typ(t.Elem())
	case *types.Map:
		w.typ(t.Key())
		w.typ(t.Elem())
	case *types.Struct:
		for i := 0; i < t.NumFields(); i++ {
			w.addPackage(t.Field(i).Pkg())
			w.typ(t.Field(i).Type())
		}
	case *types.Tuple:
		for i := 0; i < t.Len(); i++ {
			w.typ(t.At(i).Type())
		}
	case *types.Signature:
		w.typeParams(t.TypeParams())
		w.typeParams(t.RecvTypeParams())
		w.typ(t.Params())
		w.typ(t.Results())
	case *types.Interface:
		for i := 0; i < t.NumExplicitMethods(); i++ {
			w.addPackage(t.ExplicitMethod(i).Pkg())
			w.typ(t.ExplicitMethod(i).Type())
		}
		for i := 0; i < t.NumEmbeddeds(); i++ {
			w.typ(t.EmbeddedType(i))
		}
	case *types.Union:
		for i := 0; i < t.Len(); i++ {
			w.typ(t.Term(i).Type())
		}
	default:
		panic("a type of unknown kind: " + t.String())
	}
}

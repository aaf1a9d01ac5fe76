package main

import (
	"encoding/binary"
	"fmt"
	"go/constant"
	"go/types"
	"sort"
	"strings"
)

// part is one number of a record: itself, or the id of a string or type that is only known once all are counted.
type part struct {
	kind byte // 'n' number, 's' string, 't' type (2*id+embedded when kind is 'e'), or bytes as they are ('b')
	n    uint64
	s    string
	t    int
}

func num(n int) part     { return part{kind: 'n', n: uint64(n)} }
func str(s string) part  { return part{kind: 's', s: s} }
func flag01(b bool) part { return num(bit(b)) }
func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

type owner struct{ object, method, index int }

type encoder struct {
	set       *factSet
	pkg       *types.Package
	objects   []types.Object
	index     map[types.Object]int
	packages  []*types.Package
	pkgIndex  map[*types.Package]int
	typeIndex map[string]int     // by content
	typeIDs   map[types.Type]int // by identity
	types     [][]part           // from firstType on
	params    map[*types.TypeParam]owner
	records   [][]part
	kinds     []int
	functions []*funcFacts
	facts     map[string]*funcFacts
}

func encodePackage(set *factSet, path string, facts map[string]*funcFacts) ([]byte, []string) {
	e := &encoder{
		set: set, pkg: set.packages[path], objects: set.sortedObjects(path), index: map[types.Object]int{}, pkgIndex: map[*types.Package]int{},
		typeIndex: map[string]int{}, typeIDs: map[types.Type]int{}, params: map[*types.TypeParam]owner{}, facts: facts,
	}
	e.packageID(e.pkg)
	for i, obj := range e.objects {
		e.index[obj] = i
		e.ownParams(i, obj)
	}
	for _, obj := range e.objects {
		e.object(obj)
	}
	var deps []string
	for _, pkg := range e.packages[1:] {
		deps = append(deps, pkg.Path())
	}
	sort.Strings(deps)
	return e.bytes(), deps
}

// ownParams notes which declaration each type parameter belongs to.
func (e *encoder) ownParams(i int, obj types.Object) {
	add := func(list *types.TypeParamList, method int) {
		for k := 0; k < list.Len(); k++ {
			e.params[list.At(k)] = owner{i, method, k}
		}
	}
	switch obj := obj.(type) {
	case *types.Func:
		add(obj.Type().(*types.Signature).TypeParams(), 0)
	case *types.TypeName:
		if _, tparams, ok := aliasOf(obj); ok {
			add(tparams, 0)
			return
		}
		named := obj.Type().(*types.Named)
		add(named.TypeParams(), 0)
		if e.set.depths[obj] != depthFull {
			return
		}
		for m := 0; m < named.NumMethods(); m++ {
			sig := named.Method(m).Type().(*types.Signature)
			add(sig.RecvTypeParams(), m+1)
			for k := 0; k < sig.TypeParams().Len(); k++ {
				e.params[sig.TypeParams().At(k)] = owner{i, m + 1, sig.RecvTypeParams().Len() + k}
			}
		}
	}
}

func (e *encoder) packageID(pkg *types.Package) int {
	i, ok := e.pkgIndex[pkg]
	if !ok {
		i = len(e.packages)
		e.pkgIndex[pkg] = i
		e.packages = append(e.packages, pkg)
	}
	return i
}

func (e *encoder) object(obj types.Object) {
	kind, rec := 0, []part(nil)
	switch obj := obj.(type) {
	case *types.Const:
		kind, rec = objConst, append([]part{e.typ(obj.Type())}, value(obj)...)
	case *types.Var:
		kind, rec = objVar, []part{e.typ(obj.Type())}
	case *types.Func:
		sig := obj.Type().(*types.Signature)
		kind, rec = objFunc, append(e.typeParams(sig.TypeParams()), e.signature(sig))
		e.function(e.pkg.Path() + "." + obj.Name())
	case *types.TypeName:
		if rhs, tparams, ok := aliasOf(obj); ok {
			kind, rec = objAlias, append(e.typeParams(tparams), e.typ(rhs))
			break
		}
		named := obj.Type().(*types.Named)
		switch e.set.depths[obj] {
		case depthName:
			kind, rec = objOpaque, e.typeParams(named.TypeParams())
		case depthLayout:
			kind, rec = objNamed, append(e.typeParams(named.TypeParams()), e.typ(named.Underlying()), num(0))
		default:
			kind, rec = objNamed, e.named(obj, named)
		}
	}
	e.kinds = append(e.kinds, kind)
	e.records = append(e.records, rec)
}

func (e *encoder) named(obj *types.TypeName, named *types.Named) []part {
	rec := append(e.typeParams(named.TypeParams()), e.typ(named.Underlying()), num(named.NumMethods()))
	for i := 0; i < named.NumMethods(); i++ {
		m := named.Method(i)
		sig := m.Type().(*types.Signature)
		_, ptr := sig.Recv().Type().(*types.Pointer)
		name := e.pkg.Path() + "." + obj.Name() + "." + m.Name()
		if ptr {
			name = e.pkg.Path() + ".(*" + obj.Name() + ")." + m.Name()
		}
		own := sig.TypeParams().Len() > 0
		if !e.set.keepsSignature(m) {
			rec = append(rec, str(m.Name()), num(bit(ptr)+4))
			e.functions = append(e.functions, nil)
			continue
		}
		rec = append(rec, str(m.Name()), num(bit(ptr)+2*bit(own)), e.signature(sig))
		rec = append(rec, str(sig.Recv().Name()))
		for k := 0; k < sig.RecvTypeParams().Len(); k++ {
			rec = append(rec, str(sig.RecvTypeParams().At(k).Obj().Name()))
		}
		if own {
			rec = append(rec, e.typeParams(sig.TypeParams())...)
		}
		e.function(name)
	}
	return rec
}

func (e *encoder) function(name string) {
	e.functions = append(e.functions, e.facts[e.pkg.Path()+"\x00"+name])
}

func (e *encoder) typeParams(list *types.TypeParamList) []part {
	rec := []part{num(list.Len())}
	for i := 0; i < list.Len(); i++ {
		rec = append(rec, str(list.At(i).Obj().Name()), e.typ(list.At(i).Constraint()))
	}
	return rec
}

func value(obj *types.Const) []part {
	v := obj.Val()
	basic := obj.Type().Underlying().(*types.Basic).Info()
	switch {
	case basic&types.IsBoolean != 0:
		return []part{num(valFalse + bit(constant.BoolVal(v)))}
	case basic&types.IsString != 0:
		s := constant.StringVal(v)
		if strings.Contains(s, "\n") {
			return []part{num(valBytes), num(len(s)), {kind: 'b', s: s}}
		}
		return []part{num(valString), str(s)}
	case basic&types.IsInteger != 0:
		v = constant.ToInt(v)
		if n, exact := constant.Int64Val(v); exact && n < 1<<45 && n > -1<<45 {
			return []part{num(valInt), {kind: 'n', n: zigzag(n)}}
		}
		return []part{num(valBigInt), str(v.ExactString())}
	case basic&types.IsFloat != 0:
		return []part{num(valFloat), str(constant.ToFloat(v).ExactString())}
	case basic&types.IsComplex != 0:
		return []part{num(valComplex), str(constant.Real(v).ExactString()), str(constant.Imag(v).ExactString())}
	}
	panic("a constant of unknown kind: " + obj.String())
}

func zigzag(n int64) uint64 { return uint64(n<<1) ^ uint64(n>>63) }

var predeclared = map[types.Type]int{}

func init() {
	for i, name := range []string{"any", "error", "comparable", "byte", "rune"} {
		predeclared[types.Universe.Lookup(name).Type()] = refAny + i
	}
	// Where any is an alias, `type T any` has the interface behind it as its underlying type.
	if u := types.Universe.Lookup("any").Type().Underlying(); types.TypeString(u, nil) == "any" {
		predeclared[u] = refAny
	}
}

// typ gives the part that refers to t, after entering it in the table.
func (e *encoder) typ(t types.Type) part {
	id, ok := e.typeIDs[t]
	if !ok {
		id = e.typeID(t)
		e.typeIDs[t] = id
	}
	return part{kind: 't', t: id}
}

func (e *encoder) typeID(t types.Type) int {
	if id, ok := predeclared[t]; ok {
		return id
	}
	if basic, ok := t.(*types.Basic); ok {
		return int(basic.Kind())
	}
	rec := e.describe(t)
	if iface, ok := t.(*types.Interface); ok && iface.IsImplicit() {
		// [A, B ~int] and [A ~int, B ~int] print as they were written: such constraints are equal only if identical.
		e.types = append(e.types, rec)
		return firstType + len(e.types) - 1
	}
	return e.intern(rec)
}

func (e *encoder) intern(rec []part) int {
	var key strings.Builder
	for _, p := range rec {
		fmt.Fprintf(&key, "%c%d,%d,%q;", p.kind, p.n, p.t, p.s)
	}
	id, ok := e.typeIndex[key.String()]
	if !ok {
		id = firstType + len(e.types)
		e.typeIndex[key.String()] = id
		e.types = append(e.types, rec)
	}
	return id
}

func (e *encoder) describe(t types.Type) []part {
	if obj, targs, ok := typeReference(t); ok {
		return e.reference(obj, targs)
	}
	switch t := t.(type) {
	case *types.Pointer:
		return []part{num(typPointer), e.typ(t.Elem())}
	case *types.Slice:
		return []part{num(typSlice), e.typ(t.Elem())}
	case *types.Array:
		return []part{num(typArray), e.typ(t.Elem()), {kind: 'n', n: uint64(t.Len())}}
	case *types.Map:
		return []part{num(typMap), e.typ(t.Key()), e.typ(t.Elem())}
	case *types.Chan:
		return []part{num(typChan), num(int(t.Dir())), e.typ(t.Elem())}
	case *types.Signature:
		return e.describeSignature(t)
	case *types.Struct:
		return e.describeStruct(t)
	case *types.Interface:
		return e.describeInterface(t)
	case *types.Union:
		rec := []part{num(typUnion), num(t.Len())}
		for i := 0; i < t.Len(); i++ {
			rec = append(rec, flag01(t.Term(i).Tilde()), e.typ(t.Term(i).Type()))
		}
		return rec
	case *types.TypeParam:
		o, ok := e.params[t]
		if !ok {
			panic("a type parameter without owner: " + t.String() + " in " + e.pkg.Path())
		}
		return []part{num(typParam), num(o.object), num(o.method), num(o.index)}
	}
	panic("a type of unknown kind: " + t.String())
}

func (e *encoder) reference(obj types.Object, targs *types.TypeList) []part {
	rec := []part{num(typExternal), num(0), str(obj.Name())}
	if obj.Pkg() == e.pkg {
		i, ok := e.index[obj]
		if !ok {
			panic("not collected: " + obj.String())
		}
		rec = []part{num(typLocal), num(i)}
	} else {
		rec[1] = num(e.packageID(obj.Pkg()))
	}
	if targs.Len() == 0 {
		return rec
	}
	inst := []part{num(typInstance), {kind: 't', t: e.intern(rec)}, num(targs.Len())}
	for i := 0; i < targs.Len(); i++ {
		inst = append(inst, e.typ(targs.At(i)))
	}
	return inst
}

func (e *encoder) signature(sig *types.Signature) part {
	return part{kind: 't', t: e.intern(e.describeSignature(sig))}
}

func (e *encoder) describeSignature(sig *types.Signature) []part {
	rec := []part{num(typSignature), flag01(sig.Variadic())}
	for _, tuple := range []*types.Tuple{sig.Params(), sig.Results()} {
		rec = append(rec, num(tuple.Len()))
		for i := 0; i < tuple.Len(); i++ {
			rec = append(rec, str(tuple.At(i).Name()), e.typ(tuple.At(i).Type()))
		}
	}
	return rec
}

func (e *encoder) describeStruct(t *types.Struct) []part {
	pkg := 0
	for i := 0; i < t.NumFields(); i++ {
		pkg = e.packageID(t.Field(i).Pkg()) + 1
	}
	rec := []part{num(typStruct), num(pkg), num(t.NumFields())}
	for i := 0; i < t.NumFields(); i++ {
		f := t.Field(i)
		typ := e.typ(f.Type())
		if typ.kind = 'e'; f.Embedded() {
			typ.n = 1
		}
		rec = append(rec, str(f.Name()), typ, str(t.Tag(i)))
	}
	return rec
}

func (e *encoder) describeInterface(t *types.Interface) []part {
	pkg := 0
	for i := 0; i < t.NumExplicitMethods(); i++ {
		pkg = e.packageID(t.ExplicitMethod(i).Pkg()) + 1
	}
	rec := []part{num(typInterface), flag01(t.IsImplicit()), num(pkg), num(t.NumExplicitMethods())}
	for i := 0; i < t.NumExplicitMethods(); i++ {
		m := t.ExplicitMethod(i)
		rec = append(rec, str(m.Name()), e.signature(m.Type().(*types.Signature)))
	}
	rec = append(rec, num(t.NumEmbeddeds()))
	for i := 0; i < t.NumEmbeddeds(); i++ {
		rec = append(rec, e.typ(t.EmbeddedType(i)))
	}
	return rec
}

// writer gathers the bytes of a file.
type writer struct{ buf []byte }

func (w *writer) num(n int)    { w.buf = binary.AppendUvarint(w.buf, uint64(n)) }
func (w *writer) raw(b []byte) { w.buf = append(w.buf, b...) }

//go:build go1.23

//go:debug gotypesalias=1

package main

import "go/types"

// aliasOf gives what an alias declaration stands for.
func aliasOf(obj *types.TypeName) (types.Type, *types.TypeParamList, bool) {
	if alias, ok := obj.Type().(*types.Alias); ok {
		return alias.Rhs(), alias.TypeParams(), true
	}
	return obj.Type(), nil, obj.IsAlias()
}

// typeReference gives the declaration that a type refers to by name, and its type arguments.
func typeReference(t types.Type) (types.Object, *types.TypeList, bool) {
	switch t := t.(type) {
	case *types.Named:
		return t.Origin().Obj(), t.TypeArgs(), true
	case *types.Alias:
		return t.Origin().Obj(), t.TypeArgs(), true
	}
	return nil, nil, false
}

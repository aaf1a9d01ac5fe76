//go:build !go1.23

package main

import "go/types"

// Before Go 1.23 export data does not tell an alias from the type that it denotes.
func aliasOf(obj *types.TypeName) (types.Type, *types.TypeParamList, bool) {
	return obj.Type(), nil, obj.IsAlias()
}

func typeReference(t types.Type) (types.Object, *types.TypeList, bool) {
	if named, ok := t.(*types.Named); ok {
		return named.Origin().Obj(), named.TypeArgs(), true
	}
	return nil, nil, false
}

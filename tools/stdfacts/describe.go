package main

import (
	"bufio"
	"fmt"
	"go/types"
	"os"
)

// describe prints every object of the set in go/types' own words: what a reader of the facts must arrive at again.
func describe(set *factSet, facts map[string]*funcFacts) {
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	for _, path := range set.sortedPaths() {
		fmt.Fprintf(w, "package %s %s\n", set.packages[path].Name(), path)
		for _, obj := range set.sortedObjects(path) {
			switch obj := obj.(type) {
			case *types.Const:
				fmt.Fprintf(w, "%s = %s\n", types.ObjectString(obj, nil), obj.Val().ExactString())
			case *types.Func:
				fmt.Fprintf(w, "%s %s\n", types.ObjectString(obj, nil), factsText(facts[path+"\x00"+path+"."+obj.Name()]))
			case *types.TypeName:
				if _, _, alias := aliasOf(obj); set.depths[obj] == depthName && !alias {
					fmt.Fprintf(w, "opaque %s.%s\n", path, obj.Name())
					break
				}
				fmt.Fprintln(w, types.ObjectString(obj, nil))
				if set.depths[obj] == depthFull {
					describeMethods(w, set, path, obj, facts)
				}
			default:
				fmt.Fprintln(w, types.ObjectString(obj, nil))
			}
		}
	}
}

func describeMethods(w *bufio.Writer, set *factSet, path string, obj *types.TypeName, facts map[string]*funcFacts) {
	if _, _, alias := aliasOf(obj); alias {
		return
	}
	named := obj.Type().(*types.Named)
	for i := 0; i < named.NumMethods(); i++ {
		m := named.Method(i)
		if !set.keepsSignature(m) {
			fmt.Fprintf(w, "  %s\n", m.Name())
			continue
		}
		name := path + "." + obj.Name() + "." + m.Name()
		if _, ptr := m.Type().(*types.Signature).Recv().Type().(*types.Pointer); ptr {
			name = path + ".(*" + obj.Name() + ")." + m.Name()
		}
		fmt.Fprintf(w, "  %s %s\n", types.ObjectString(m, nil), factsText(facts[path+"\x00"+name]))
	}
}

func factsText(f *funcFacts) string {
	if f == nil {
		return "-"
	}
	cost := -1
	if f.Cost != nil {
		cost = *f.Cost
	}
	text := fmt.Sprintf("cost %d flags %d notes", cost, flagsOf(f))
	for _, n := range f.Notes {
		if n == nil {
			text += " -"
		} else {
			text += fmt.Sprintf(" %v", []int(n))
		}
	}
	return text
}

package main

import (
	"encoding/binary"
	"fmt"
	"sort"
	"strings"
)

// bytes lays the file out. Strings and types get their ids by how often they are used, so that most ids take one byte.
func (e *encoder) bytes() []byte {
	stringUses, typeUses := map[string]int{"": 1 << 30}, make([]int, firstType+len(e.types))
	count := func(recs [][]part) {
		for _, rec := range recs {
			for _, p := range rec {
				switch p.kind {
				case 's':
					stringUses[p.s]++
				case 't', 'e':
					typeUses[p.t]++
				}
			}
		}
	}
	count(e.records)
	count(e.types)
	for _, pkg := range e.packages {
		stringUses[pkg.Path()]++
		stringUses[pkg.Name()]++
	}
	strs := sortedByUse(stringUses)
	stringID := map[string]int{}
	for i, s := range strs {
		stringID[s] = i
	}
	order := make([]int, len(e.types))
	for i := range order {
		order[i] = firstType + i
	}
	sort.SliceStable(order, func(i, j int) bool { return typeUses[order[i]] > typeUses[order[j]] })
	typeID := map[int]int{}
	for i := 0; i < firstType; i++ {
		typeID[i] = i
	}
	for i, id := range order {
		typeID[id] = firstType + i
	}
	encode := func(rec []part) []byte {
		var b []byte
		for _, p := range rec {
			n := p.n
			switch p.kind {
			case 's':
				n = uint64(stringID[p.s])
			case 't':
				n = uint64(typeID[p.t])
			case 'e':
				n = 2*uint64(typeID[p.t]) + p.n
			case 'b':
				b = append(b, p.s...)
				continue
			}
			b = binary.AppendUvarint(b, n)
		}
		return b
	}

	w := &writer{}
	w.num(schema)
	var names []string
	for _, obj := range e.objects {
		names = append(names, obj.Name())
	}
	w.lines(names)
	w.lines(strs)
	w.num(len(e.packages))
	for _, pkg := range e.packages {
		w.num(stringID[pkg.Path()])
		w.num(stringID[pkg.Name()])
	}
	for _, kind := range e.kinds {
		w.num(kind)
	}
	for _, rec := range e.records {
		w.raw(encode(rec))
	}
	w.num(len(e.types))
	for _, id := range order {
		w.raw(encode(e.types[id-firstType]))
	}
	e.writeFunctions(w)
	w.num(0)
	return w.buf
}

// lines writes strings that hold no line break as one text.
func (w *writer) lines(list []string) {
	text := strings.Join(list, "\n")
	w.num(len(list))
	w.num(len(text))
	w.raw([]byte(text))
}

func sortedByUse(uses map[string]int) []string {
	var list []string
	for s := range uses {
		list = append(list, s)
	}
	sort.Slice(list, func(i, j int) bool {
		if uses[list[i]] != uses[list[j]] {
			return uses[list[i]] > uses[list[j]]
		}
		return list[i] < list[j]
	})
	return list
}

func (e *encoder) writeFunctions(w *writer) {
	uses, text := map[string]int{}, map[*funcFacts]string{}
	for _, f := range e.functions {
		if f != nil {
			text[f] = notesText(f.Notes)
			uses[text[f]]++
		}
	}
	sets := sortedByUse(uses)
	setID := map[string]int{}
	w.num(len(sets))
	for i, s := range sets {
		setID[s] = i
		w.raw([]byte(s))
	}
	for _, f := range e.functions {
		w.num(setID[text[f]])
	}
	for _, f := range e.functions {
		if f == nil || f.Cost == nil {
			w.num(0)
		} else {
			w.num(*f.Cost + 1)
		}
	}
	for _, f := range e.functions {
		w.num(flagsOf(f))
	}
}

func notesText(notes []note) string {
	w := &writer{}
	w.num(len(notes))
	for _, n := range notes {
		if n == nil {
			w.num(0)
			continue
		}
		w.num(len(n) + 1)
		for _, b := range n {
			if b < 0 || b > 255 {
				panic(fmt.Sprint("a note of other bytes: ", n))
			}
			w.raw([]byte{byte(b)})
		}
	}
	return string(w.buf)
}

// The compiler's pragma bits (cmd/compile/internal/ir/node.go), equal from Go 1.22 to 1.27.
const (
	pragmaNoescape         = 1 << 1
	pragmaNoinline         = 1 << 4
	pragmaUintptrKeepAlive = 1 << 7
	pragmaUintptrEscapes   = 1 << 8
)

func flagsOf(f *funcFacts) int {
	if f == nil {
		return 0
	}
	flags := flagKnown
	if !f.Body {
		flags |= flagNoBody
	}
	for bit, flag := range map[int]int{
		pragmaNoescape: flagNoescape, pragmaNoinline: flagNoinline,
		pragmaUintptrKeepAlive: flagUintptrKeepAlive, pragmaUintptrEscapes: flagUintptrEscapes,
	} {
		if f.Pragma&bit != 0 {
			flags |= flag
		}
	}
	if f.Delay {
		flags |= flagDelayResults
	}
	return flags
}

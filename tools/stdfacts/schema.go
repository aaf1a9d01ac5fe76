package main

// The plain file of one package, in the order of its parts. Every number is an unsigned varint (7 bits a byte, low first).
//
//	schema            1
//	names             count, length, the names of the objects in order, one a line
//	strings           count, length, all other strings, one a line (the most used ones first; a constant's bytes may be any)
//	packages          count, then path and name (strings) of each; the first is the package itself
//	objects           column of kinds; the records one after another
//	types             count; the records one after another. Ids below firstType are predeclared types
//	functions         count of notes sets; each: count of parameters, each 0 (empty note) or length+1 and the bytes after "esc:";
//	                  then for every function and method, in the order of objects and of methods in them:
//	                  column of notes sets, column of cost+1 (0: not inlinable), column of flags
//	bodies            count of flow bodies (0 in stage 1)
//
// A column of n numbers is written without a count of its own.

const schema = 1

// Ids of predeclared types: go/types' basic kinds first.
const (
	refAny        = 26
	refError      = 27
	refComparable = 28
	refByte       = 29
	refRune       = 30
	refInvalid    = 31
	firstType     = 32
)

// Kinds of objects.
const (
	objConst = iota
	objVar
	objFunc
	objNamed
	objAlias
	objOpaque // a defined type of which only the name matters
)

// Kinds of types in the table.
const (
	typLocal     = iota // object of this package
	typExternal         // package, name
	typPointer          // element
	typSlice            // element
	typArray            // element, length
	typMap              // key, element
	typChan             // direction (0 both, 1 send, 2 receive), element
	typSignature        // variadic, params, results; each list: count, (name, type)…
	typStruct           // package+1 (0: no fields need one), count, (name, 2*type+embedded, tag)…
	typInterface        // implicit, package+1, count of methods, (name, signature)…, count of embedded types, types…
	typUnion            // count, (tilde, type)…
	typInstance         // generic type, count, arguments…
	typParam            // object, method+1 or 0, index (of a method: those of its receiver first, then its own)
)

// Kinds of constant values.
const (
	valFalse = iota
	valTrue
	valInt    // signed varint
	valBigInt // decimal string
	valString
	valFloat   // exact string: an integer or a fraction
	valComplex // two exact strings
	valBytes   // a string with line breaks: length, bytes
)

// Flags of functions.
const (
	flagKnown            = 1 << iota // the compiler met it: notes and cost are valid
	flagNoBody                       // implemented elsewhere
	flagNoescape                     // //go:noescape
	flagNoinline                     // //go:noinline
	flagUintptrKeepAlive             // //go:uintptrkeepalive
	flagUintptrEscapes               // //go:uintptrescapes
	flagDelayResults                 // results of an inlined copy can be declared late
)

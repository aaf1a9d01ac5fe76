// Stdfacts derives what the engine has to know of the Go standard library: declarations, types, constants, method sets
// (through go/types, from compiled export data), and what the compiler found about each function: raw escape tags and
// inline costs (through a compiler built with a dump in its escape pass). Output is one plain binary file a package;
// tools/pack-facts.ts packs them for the engine.
//
//	GOTOOLCHAIN=go1.26.8 go run . -out DIR
//
// It answers for the toolchain that builds it, linux/amd64 without cgo. Two runs with one toolchain give equal bytes.
//
//	-out DIR        writes DIR/<minor>.json (index) and DIR/data/<hash>.bin, named by content
//	-internal DIR   also writes the full declarations of internal and vendored packages, for tests on std itself
//	-work DIR       keeps the built compiler and its dump there, and uses what is there
//	-describe       prints all objects in go/types' words instead: what a reader of the facts must arrive at again
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"strings"
)

func main() {
	out := flag.String("out", "", "folder of the facts")
	internal := flag.String("internal", "", "folder of the second set: internal and vendored packages, in full")
	work := flag.String("work", "", "folder that keeps the instrumented compiler and its dump")
	words := flag.Bool("describe", false, "print all objects in go/types' words instead of writing files")
	flag.Parse()
	if err := run(*out, *internal, *work, *words); err != nil {
		fmt.Fprintln(os.Stderr, "stdfacts:", err)
		os.Exit(1)
	}
}

func run(out, internal, work string, words bool) error {
	if out == "" && !words {
		return fmt.Errorf("-out is missing")
	}
	if work == "" {
		dir, err := os.MkdirTemp("", "stdfacts-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		work = dir
	}
	std, err := listStd()
	if err != nil {
		return err
	}
	functions, err := compilerFacts(work)
	if err != nil {
		return err
	}
	shipped := collect(std, false)
	if words {
		describe(shipped, functions)
		return nil
	}
	hidden, err := hiddenNames()
	if err != nil {
		return err
	}
	if err := writeSet(out, shipped, functions, hidden); err != nil || internal == "" {
		return err
	}
	return writeSet(internal, collect(std, true), functions, hidden)
}

// minor is the language version of the running toolchain: 1.26 for go1.26.8.
func minor() string {
	v := strings.TrimPrefix(runtime.Version(), "go")
	first := strings.IndexByte(v, '.')
	rest := v[first+1:]
	end := strings.IndexFunc(rest, func(r rune) bool { return r < '0' || r > '9' })
	if end < 0 {
		end = len(rest)
	}
	return v[:first+1] + rest[:end]
}

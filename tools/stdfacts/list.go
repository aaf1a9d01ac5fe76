package main

import (
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sort"
	"strings"
)

// stdSet is the standard library as go/types sees it.
type stdSet struct {
	paths    []string // all packages with export data, sorted; vendored ones with their prefix
	packages map[string]*types.Package
}

func goTool() string {
	return filepath.Join(runtime.GOROOT(), "bin", "go")
}

// cleanEnv is the environment of every go command: nothing of the user's settings may change the facts.
func cleanEnv(extra ...string) []string {
	var env []string
	for _, v := range os.Environ() {
		name, _, _ := strings.Cut(v, "=")
		switch name {
		case "GOFLAGS", "GOENV", "GOOS", "GOARCH", "CGO_ENABLED", "GOEXPERIMENT", "GOAMD64", "GOTOOLCHAIN", "GOROOT", "GODEBUG":
			continue
		}
		env = append(env, v)
	}
	env = append(env, "GOFLAGS=", "GOENV=off", "GOOS=linux", "GOARCH=amd64", "CGO_ENABLED=0", "GOEXPERIMENT=", "GOTOOLCHAIN=local", "GOROOT="+runtime.GOROOT())
	return append(env, extra...)
}

func listStd() (*stdSet, error) {
	cmd := exec.Command(goTool(), "list", "-p", "2", "-export", "-f", "{{if .Export}}{{.ImportPath}}={{.Export}}{{end}}", "std")
	cmd.Env = cleanEnv()
	cmd.Dir = os.TempDir()
	cmd.Stderr = os.Stderr
	text, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	exports := map[string]string{}
	set := &stdSet{packages: map[string]*types.Package{}}
	for _, line := range strings.Split(string(text), "\n") {
		if path, file, ok := strings.Cut(line, "="); ok {
			exports[path] = file
			set.paths = append(set.paths, path)
		}
	}
	sort.Strings(set.paths)
	lookup := func(path string) (io.ReadCloser, error) {
		file, ok := exports[path]
		if !ok {
			file, ok = exports["vendor/"+path]
		}
		if !ok {
			return nil, fmt.Errorf("no export data for %q", path)
		}
		return os.Open(file)
	}
	imp := importer.ForCompiler(token.NewFileSet(), "gc", lookup)
	for _, path := range set.paths {
		pkg, err := imp.Import(path)
		if err != nil {
			return nil, fmt.Errorf("import %s: %w", path, err)
		}
		set.packages[path] = pkg
	}
	return set, nil
}

// importable reports whether a program of a user can import the package.
func importable(path string) bool {
	if strings.HasPrefix(path, "vendor/") || strings.HasPrefix(path, "cmd/") {
		return false
	}
	for _, part := range strings.Split(path, "/") {
		if part == "internal" {
			return false
		}
	}
	return true
}

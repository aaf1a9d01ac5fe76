package main

import (
	"fmt"
	"go/importer"
	"go/token"
	"io"
	"os"
	"os/exec"
	"strings"
)

// hiddenNames gives, for each package, the unexported names that its export data has: the compiler knows them, and words
// errors about them accordingly.
func hiddenNames() (map[string]string, error) {
	cmd := exec.Command(goTool(), "list", "-export", "-f", "{{if .Export}}{{.ImportPath}} {{.Export}}{{end}}", "std")
	cmd.Env = cleanEnv()
	cmd.Dir = os.TempDir()
	cmd.Stderr = os.Stderr
	text, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list -export: %w", err)
	}
	files := map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		path, file, _ := strings.Cut(line, " ")
		files[path] = file
	}
	open := func(path string) (io.ReadCloser, error) {
		file, ok := files[path]
		if !ok {
			file = files["vendor/"+path]
		}
		return os.Open(file)
	}
	hidden := map[string]string{}
	for path := range files {
		// An importer of its own: what others refer to would come into the package's scope.
		pkg, err := importer.ForCompiler(token.NewFileSet(), "gc", open).Import(path)
		if err != nil {
			return nil, fmt.Errorf("export data of %s: %w", path, err)
		}
		var names []string
		for _, name := range pkg.Scope().Names() {
			if !token.IsExported(name) {
				names = append(names, name)
			}
		}
		hidden[path] = strings.Join(names, " ")
	}
	return hidden, nil
}

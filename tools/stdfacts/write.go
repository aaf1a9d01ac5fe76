package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// index is what one version's file names: where each package's data lies and which others it refers to.
type index struct {
	Schema    int                  `json:"schema"`
	Toolchain string               `json:"toolchain"`
	Packages  map[string][2]string `json:"packages"` // path: hash of the data, numbers (in sorted order) of the packages it refers to
	Hidden    map[string]string    `json:"hidden"`   // path: the names that its export data has and a program may not use
}

func writeSet(out string, set *factSet, facts map[string]*funcFacts, hidden map[string]string) error {
	if err := os.MkdirAll(filepath.Join(out, "data"), 0o755); err != nil {
		return err
	}
	paths := set.sortedPaths()
	number := map[string]int{}
	for i, path := range paths {
		number[path] = i
	}
	idx := index{schema, runtime.Version(), map[string][2]string{}, map[string]string{}}
	total := 0
	for _, path := range paths {
		data, deps := encodePackage(set, path, facts)
		sum := sha256.Sum256(data)
		hash := hex.EncodeToString(sum[:8])
		var numbers []string
		for _, dep := range deps {
			numbers = append(numbers, fmt.Sprint(number[dep]))
		}
		idx.Packages[path] = [2]string{hash, strings.Join(numbers, " ")}
		if hidden[path] != "" && (set.full || importable(path)) {
			idx.Hidden[path] = hidden[path]
		}
		total += len(data)
		if err := writeIfNew(filepath.Join(out, "data", hash+".bin"), data); err != nil {
			return err
		}
	}
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetIndent("", " ")
	if err := enc.Encode(idx); err != nil {
		return err
	}
	fmt.Printf("%s: %d packages, %d bytes in %s\n", runtime.Version(), len(paths), total, out)
	return os.WriteFile(filepath.Join(out, minor()+".json"), text.Bytes(), 0o644)
}

func writeIfNew(file string, data []byte) error {
	if old, err := os.ReadFile(file); err == nil && bytes.Equal(old, data) {
		return nil
	}
	return os.WriteFile(file, data, 0o644)
}

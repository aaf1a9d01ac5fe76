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
	"sort"
	"strings"
)

// index is what one version's file names: where each package's data lies and which others it refers to. tools/stdflow.ts
// adds the same for the flow bodies.
type index struct {
	Schema    int                  `json:"schema"`
	Toolchain string               `json:"toolchain"`
	Packages  map[string][2]string `json:"packages"` // path: hash of the data, numbers (in sorted order) of the packages it refers to
}

func writeSet(out string, set *factSet, facts map[string]*funcFacts) error {
	if err := os.MkdirAll(filepath.Join(out, "data"), 0o755); err != nil {
		return err
	}
	paths := set.sortedPaths()
	number := map[string]int{}
	for i, path := range paths {
		number[path] = i
	}
	idx := index{schema, runtime.Version(), map[string][2]string{}}
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

// pruneData removes the data files that no index of any version names.
func pruneData(out string) error {
	used := map[string]bool{}
	indexes, err := filepath.Glob(filepath.Join(out, "*.json"))
	if err != nil {
		return err
	}
	for _, file := range indexes {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		var idx struct {
			Packages map[string][]string `json:"packages"`
		}
		if err := json.Unmarshal(text, &idx); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		for _, entry := range idx.Packages {
			for _, hash := range entry { // the numbers among them name no file
				used[hash+".bin"] = true
			}
		}
	}
	data, err := filepath.Glob(filepath.Join(out, "data", "*.bin"))
	if err != nil {
		return err
	}
	sort.Strings(data)
	for _, file := range data {
		if !used[filepath.Base(file)] {
			if err := os.Remove(file); err != nil {
				return err
			}
		}
	}
	return nil
}

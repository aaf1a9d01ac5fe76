package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// funcFacts is what the compiler found about one function while it built std as it is normally built.
type funcFacts struct {
	Pkg    string `json:"pkg"`
	Name   string `json:"name"` // pkg.F, pkg.T.M, pkg.(*T).M with the full path of pkg
	Body   bool   `json:"body"`
	Pragma int    `json:"pragma"`
	Cost   *int   `json:"cost"` // absent: cannot be inlined
	Delay  bool   `json:"delay"`
	Notes  []note `json:"notes"` // receiver first
}

// note is a parameter's raw escape note: nil for the empty one, else the bytes after "esc:".
type note []int

// The compiler itself is built from the toolchain's own source with one statement added, outside of this repository.
const dumpCall = "\tif p := os.Getenv(\"STDFACTS_DUMP\"); p != \"\" {\n\t\tdumpFacts(p, fns)\n\t}\n\n"

const dumpFunction = `
func dumpFacts(dir string, fns []*ir.Func) {
	f, err := os.OpenFile(dir+"/"+fmt.Sprint(os.Getpid())+".jsonl", os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0644)
	if err != nil {
		base.Fatalf("dump: %v", err)
	}
	defer f.Close()
	for _, fn := range fns {
		if fn.OClosure != nil || fn.Wrapper() || fn.Dupok() {
			continue
		}
		rec := map[string]any{"pkg": base.Ctxt.Pkgpath, "name": ir.PkgFuncName(fn), "body": len(fn.Body) != 0, "pragma": int(fn.Pragma)}
		if fn.Inl != nil {
			rec["cost"], rec["delay"] = fn.Inl.Cost, fn.Inl.CanDelayResults
		}
		notes := [][]int{}
		for _, p := range fn.Type().RecvParams() {
			if p.Note == "" {
				notes = append(notes, nil)
				continue
			}
			bytes := []int{}
			for _, b := range []byte(p.Note[len("esc:"):]) {
				bytes = append(bytes, int(b))
			}
			notes = append(notes, bytes)
		}
		rec["notes"] = notes
		line, _ := json.Marshal(rec)
		f.Write(append(line, 10))
	}
}
`

// compilerFacts builds std with an instrumented compiler, or reads the dump of an earlier run in work.
func compilerFacts(work string) (map[string]*funcFacts, error) {
	work, err := filepath.Abs(filepath.Join(work, runtime.Version()))
	if err != nil {
		return nil, err
	}
	dump := filepath.Join(work, "dump")
	if _, err := os.Stat(filepath.Join(work, "done")); err != nil {
		os.RemoveAll(work)
		if err := os.MkdirAll(dump, 0o755); err != nil {
			return nil, err
		}
		if err := buildStd(work, dump); err != nil {
			return nil, err
		}
		if err := os.WriteFile(filepath.Join(work, "done"), nil, 0o644); err != nil {
			return nil, err
		}
	}
	return readDump(dump)
}

func buildStd(work, dump string) error {
	source := filepath.Join(runtime.GOROOT(), "src/cmd/compile/internal/escape/escape.go")
	text, err := os.ReadFile(source)
	if err != nil {
		return err
	}
	const mark = "\tfor _, loc := range b.allLocs {\n\t\tn := loc.n\n"
	const imports = "import (\n\t\"fmt\"\n"
	s := string(text)
	if strings.Count(s, mark) != 1 || strings.Count(s, imports) != 1 {
		return fmt.Errorf("escape.go of %s has another shape", runtime.Version())
	}
	s = strings.Replace(s, mark, dumpCall+mark, 1)
	s = strings.Replace(s, imports, "import (\n\t\"encoding/json\"\n\t\"fmt\"\n\t\"os\"\n", 1)
	changed := filepath.Join(work, "escape.go")
	if err := os.WriteFile(changed, []byte(s+dumpFunction), 0o644); err != nil {
		return err
	}
	overlay := filepath.Join(work, "overlay.json")
	replace, _ := json.Marshal(map[string]any{"Replace": map[string]string{source: changed}})
	if err := os.WriteFile(overlay, replace, 0o644); err != nil {
		return err
	}
	compiler := filepath.Join(work, "compile")
	if err := goCommand(work, nil, "build", "-p", "2", "-overlay", overlay, "-o", compiler, "cmd/compile"); err != nil {
		return err
	}
	// -toolexec gets the path of every tool; only the compiler is exchanged, and not when its version is asked.
	wrap := filepath.Join(work, "wrap.sh")
	script := "#!/bin/sh\nt=$1; shift\ncase \"$t\" in */compile) if [ \"$1\" != \"-V=full\" ]; then exec '" + compiler + "' \"$@\"; fi;; esac\nexec \"$t\" \"$@\"\n"
	if err := os.WriteFile(wrap, []byte(script), 0o755); err != nil {
		return err
	}
	env := []string{"STDFACTS_DUMP=" + dump, "GOCACHE=" + filepath.Join(work, "cache")}
	err = goCommand(work, env, "build", "-p", "2", "-a", "-toolexec", wrap, "std")
	os.RemoveAll(filepath.Join(work, "cache"))
	return err
}

func goCommand(dir string, env []string, args ...string) error {
	cmd := exec.Command(goTool(), args...)
	cmd.Dir = dir
	// An overlay may not lie beneath the module cache, where downloaded toolchains live: name another one.
	cmd.Env = cleanEnv(append(env, "GOMODCACHE="+filepath.Join(dir, "modcache"))...)
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("go %s: %w", strings.Join(args, " "), err)
	}
	return nil
}

func readDump(dir string) (map[string]*funcFacts, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.jsonl"))
	if err != nil {
		return nil, err
	}
	all := map[string]*funcFacts{}
	for _, file := range files {
		f, err := os.Open(file)
		if err != nil {
			return nil, err
		}
		in := bufio.NewScanner(f)
		in.Buffer(nil, 1<<24)
		for in.Scan() {
			rec := new(funcFacts)
			if err := json.Unmarshal(in.Bytes(), rec); err != nil {
				return nil, fmt.Errorf("%s: %w", file, err)
			}
			all[rec.Pkg+"\x00"+rec.Name] = rec
		}
		f.Close()
		if err := in.Err(); err != nil {
			return nil, err
		}
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("the instrumented compiler wrote nothing")
	}
	return all, nil
}

package main

import (
	"bufio"
	"encoding/json"
	"os"
)

var out = bufio.NewWriter(os.Stdout)

// object writes one JSON value: everything is measured before, so that writing cannot disturb it.
func object(v interface{}) {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	out.Write(text)
	out.WriteByte('\n')
	out.Flush()
}

// random is a small generator that gives the same numbers in every release.
type random struct{ state uint32 }

func (r *random) below(n int) int {
	r.state = r.state*1664525 + 1013904223
	return int(r.state>>8) % n
}

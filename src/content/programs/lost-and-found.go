package main

import (
	"errors"
	"fmt"
	"testing"
)

var errNone = errors.New("none")

func sentinel(id int) error {
	if id < 0 {
		return errNone
	}
	return nil
}

func detailed(id int) error {
	if id < 0 {
		return fmt.Errorf("no %d", id)
	}
	return nil
}

var last error

func main() {
	count := testing.AllocsPerRun
	n := -1000
	a := count(9, func() {
		last = sentinel(n)
	})
	b := count(9, func() {
		n--
		last = detailed(n)
	})
	println("sentinel", int(a))
	println("detailed", int(b))
}

package main

import "reflect"

func kind() int {
	x := 1
	v := reflect.ValueOf(&x)
	return int(v.Kind())
}

func main() {
	println(kind())
}

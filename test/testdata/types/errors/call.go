package p

import (
	"fmt"
	"os"
	str "strings"
)

type conn struct{ name string }

func (c *conn) Send(b []byte) (int, error) { return len(b), nil }
func (c conn) close()                      {}

func variadic(format string, args ...int) {}

func calls(c conn, cs []conn) {
	variadic()
	variadic("a", "b")
	variadic("a", []int{1}...)
	variadic("a", 1, []int{2}...)
	fmt.Println
	fmt.println("x")
	fmt.Printn("x")
	c.send(nil)
	c.Close()
	c.nme = "x"
	conn.Send(c, nil)
	conn{}.Send(nil)
	c()
	calls(c)
	calls(c, cs, cs)
	len(1)
	len(cs, cs)
	cap(map[string]int{})
	append(cs, c)
	append(c, c)
	cs = append(cs, "x")
	copy(cs, "x")
	delete(cs, 1)
	make(int)
	make([]int)
	make([]int, 2, 1)
	new(1, 2)
	close(cs)
	min(1, "a")
	complex(1, "a")
	panic()
	go c.close
	defer int(3)
	defer recover
	int("3")
	string(1.5)
	[]byte(7)
}

package statements

func all(ch chan int, m map[string]int, v any) (n int, err error) {
	;
	x, y := 1, 2
	x, y = y, x
	x += 1; y <<= 2; x &^= 3
	x++
	y--
	ch <- x
	<-ch
	var z, w = 1, 2
	const k = iota
	type T struct{ a int }
	{
	}
	{
		return; ; ;
	}
	if x == 1 {
	}
	if v, ok := m["a"]; ok {
	} else if v > 1 {
	} else {
	}
	for {
		break
	}
	for x < 10 {
		continue
	}
	for i := 0; i < 10; i++ {
	}
	for ; ; {
	}
	for i := range 10 {
		_ = i
	}
	for range ch {
	}
	for k, v := range m {
		_, _ = k, v
	}
	for x, m["b"] = range []int{1} {
	}
	for range func(yield func(int) bool) {} {
	}
outer:
	for {
	inner:
		switch {
		case x > 1, x < 0:
			fallthrough
		case true:
			break inner
		default:
			continue outer
		}
		goto end
	}
	switch x := f(); x {
	}
	switch x := 1; {
	default:
		_ = x
	}
	switch y := v.(type) {
	case nil:
	case int, *T, []string, func(), map[string]chan int:
		_ = y
	}
	switch z := 1; v.(type) {
	}
	switch (T{1}).a {
	}
	select {
	case i := <-ch:
		_ = i
	case i, ok := <-ch:
	case m["x"] = <-ch:
	case ch <- 1:
	case <-ch:
	default:
	}
	defer func() { recover() }()
	go all(ch, nil, nil)
	if (T{1}) == (T{2}) {
	}
	if f := func() bool { return T{1}.a > 0 }; f() {
	}
	for _, t := range []T{{1}, {a: 2}} {
		_ = t
	}
end:
	return n, err
	goto last
last:
}

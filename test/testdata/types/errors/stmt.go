package p

func stmt(n int, ch chan int, s []int, m map[string]int, f func(func(int) bool)) int {
	if n {
	}
	for n {
	}
	for i, j := range ch {
	}
	for i, j := range 10 {
	}
	for i := range 1.5 {
	}
	for a, b := range f {
	}
	for i := range n {
		i = "x"
	}
	switch n {
	case 1, 2, 1:
	case "a":
	default:
	default:
	}
	switch x := n.(type) {
	}
	switch any(n).(type) {
	case int, int:
	case undefinedType:
	case nil, nil:
	}
	select {
	case n == 1:
	case x := <-ch:
	case ch <- "a":
	}
	go n
	defer f
	{
		var n int
	}
	n == 2
	ch <- 1.5
	for {
		break
	}
}

func results() (a int, err error) {
	{
		a := 1
		return
	}
	return 1
	return 1, nil, 2
	return nil, nil
}

func none() {
	return 1
}

func loops() int {
L:
	for {
		break L
	}
}

package main

type holder struct{ p *int }

func put(h *holder, v *int) {
	h.p = v
}

func with(v *int) holder {
	return holder{v}
}

func main() {
	i := 1
	j := 2
	var h holder
	put(&h, &i)
	g := with(&j)
	println(*h.p, *g.p)
}

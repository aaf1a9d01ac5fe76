package main

type options struct {
	limit *int
}

var current options

func set(o options) { current = o }

func low(o options) bool {
	return *o.limit < 10
}

func main() {
	println(low(options{new(5)}))
	set(options{new(50)})
	println(*current.limit)
}

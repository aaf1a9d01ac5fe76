package main

type item struct{ n int }

func count(keys []string) int {
	seen := map[string]*item{}
	for _, k := range keys {
		it := item{n: 1}
		seen[k] = &it
	}
	return len(seen)
}

func main() {
	k := []string{"a", "b"}
	println(count(k))
}

module stackorheap/stdfacts

go 1.22

module typesbench

go 1.26

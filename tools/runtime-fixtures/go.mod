module runtimefixtures

go 1.22

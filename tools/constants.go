//go:build ignore

// Evaluates random constant expressions with go/constant and prints one JSON line each: the expression in postfix
// form, and the result in every form that our own constants must reproduce.
//
//	go run tools/constants.go -seed 1 -n 2000 > test/testdata/constants/go1.26.jsonl
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"go/constant"
	"go/token"
	"math"
	"math/big"
	"math/rand"
	"os"
	"strconv"
	"strings"
)

type line struct {
	Expr   []string `json:"expr"`
	Exact  string   `json:"exact"`
	Short  string   `json:"short"`
	Kind   string   `json:"kind"`
	F32    string   `json:"f32,omitempty"`
	F64    string   `json:"f64,omitempty"`
	Int    string   `json:"int,omitempty"`
	BitLen int      `json:"bitLen,omitempty"`
}

type gen struct {
	r    *rand.Rand
	code []string
}

func (g *gen) emit(format string, args ...any) { g.code = append(g.code, fmt.Sprintf(format, args...)) }

func (g *gen) pick(list ...string) string { return list[g.r.Intn(len(list))] }

func (g *gen) digits(n int) string {
	var b strings.Builder
	for i := 0; i < n; i++ {
		b.WriteByte(byte('0' + g.r.Intn(10)))
	}
	return b.String()
}

func (g *gen) intLit() string {
	switch g.r.Intn(8) {
	case 0:
		return strconv.Itoa(g.r.Intn(10))
	case 1:
		return "0x" + strconv.FormatUint(g.r.Uint64(), 16)
	case 2:
		return "0b1_0" + strconv.FormatUint(g.r.Uint64()>>uint(g.r.Intn(64)), 2)
	case 3:
		return "0" + strconv.FormatUint(g.r.Uint64(), 8)
	case 4:
		return "0o" + strconv.FormatUint(g.r.Uint64(), 8)
	case 5:
		return "1" + g.digits(g.r.Intn(60))
	case 6:
		return "1" + g.digits(2) + "_" + g.digits(3)
	default:
		return strconv.FormatInt(g.r.Int63()>>uint(g.r.Intn(63)), 10)
	}
}

func (g *gen) floatLit() string {
	switch g.r.Intn(9) {
	case 0:
		return g.digits(1+g.r.Intn(3)) + "." + g.digits(g.r.Intn(4))
	case 1:
		return "." + g.digits(1+g.r.Intn(20))
	case 2:
		return "1" + g.digits(g.r.Intn(5)) + "e" + strconv.Itoa(g.r.Intn(700)-350)
	case 3:
		return "0x1." + strconv.FormatUint(g.r.Uint64(), 16) + "p" + strconv.Itoa(g.r.Intn(2400)-1200)
	case 4:
		return g.digits(30) + "." + g.digits(40)
	case 5:
		return "1." + g.digits(20) + "e" + strconv.Itoa(g.r.Intn(20000)-10000)
	case 6:
		return "3.e" + strconv.Itoa(g.r.Intn(5000000)-2500000)
	case 7:
		return strconv.FormatFloat(math.Float64frombits(g.r.Uint64()&^(1<<63)&^(1<<62)), 'g', -1, 64) + "e0"
	default:
		return "1_2" + g.digits(2) + ".5"
	}
}

func (g *gen) stringLit() string {
	parts := []string{"a", "Z", "%", " ", `\n`, `\t`, `\x41`, `\xff`, `\377`, `\u00e9`, `\U0001F600`,
		"é", "世", `\"`, `\\`, `\a`, `\x00`, `\u200b`, `\u00a0`, `\x7f`, "long enough to be cut "}
	var b strings.Builder
	for n := g.r.Intn(9); n > 0; n-- {
		b.WriteString(g.pick(parts...))
	}
	if g.r.Intn(4) == 0 {
		return "`" + strings.ReplaceAll(b.String(), "`", "") + "\r`"
	}
	return `"` + b.String() + `"`
}

func (g *gen) lit(kind string) {
	switch kind {
	case "int":
		if g.r.Intn(6) == 0 {
			g.emit("RuneLit %s", g.pick("'a'", `'\n'`, `'\''`, "'世'", `'\u00e9'`, `'\xff'`, `'\000'`, `'"'`))
			return
		}
		g.emit("IntLit %s", g.intLit())
	case "float":
		g.emit("FloatLit %s", g.floatLit())
	case "complex":
		if g.r.Intn(2) == 0 {
			g.emit("ImagLit %si", g.floatLit())
		} else {
			g.emit("ImagLit %si", strconv.Itoa(g.r.Intn(1000)))
		}
	case "string":
		g.emit("StringLit %s", g.stringLit())
	}
}

func (g *gen) expr(kind string, depth int) {
	if depth == 0 || g.r.Intn(5) == 0 {
		g.lit(kind)
		return
	}
	switch kind {
	case "int":
		switch g.r.Intn(6) {
		case 0:
			g.expr("int", depth-1)
			g.emit("shift %s %d", g.pick("<<", ">>"), g.r.Intn(130))
		case 1:
			g.expr("int", depth-1)
			g.emit("unary %s %d", g.pick("-", "+", "^"), 0)
		case 2:
			g.expr("int", depth-1)
			g.emit("unary ^ %s", g.pick("8", "16", "32", "64"))
		case 3:
			g.expr("float", depth-1)
			g.emit("toInt")
		default:
			g.expr("int", depth-1)
			g.expr("int", depth-1)
			g.emit("binary %s", g.pick("+", "-", "*", "/=", "%", "&", "|", "^", "&^"))
		}
	case "float":
		if g.r.Intn(5) == 0 {
			g.expr(g.pick("int", "float"), depth-1)
			g.emit("unary - 0")
			return
		}
		if g.r.Intn(6) == 0 {
			g.expr("complex", depth-1)
			g.emit(g.pick("real", "imag"))
			g.emit("toFloat")
			return
		}
		g.expr(g.pick("int", "float", "float"), depth-1)
		g.expr("float", depth-1)
		g.emit("binary %s", g.pick("+", "-", "*", "/"))
	case "complex":
		g.expr(g.pick("int", "float", "complex"), depth-1)
		g.expr("complex", depth-1)
		g.emit("binary %s", g.pick("+", "-", "*", "/"))
	case "string":
		g.expr("string", depth-1)
		g.expr("string", depth-1)
		g.emit("binary +")
	}
}

var tokens = map[string]token.Token{
	"+": token.ADD, "-": token.SUB, "*": token.MUL, "/": token.QUO, "/=": token.QUO_ASSIGN, "%": token.REM,
	"&": token.AND, "|": token.OR, "^": token.XOR, "&^": token.AND_NOT, "<<": token.SHL, ">>": token.SHR,
	"==": token.EQL, "!=": token.NEQ, "<": token.LSS, "<=": token.LEQ, ">": token.GTR, ">=": token.GEQ,
	"IntLit": token.INT, "FloatLit": token.FLOAT, "ImagLit": token.IMAG, "RuneLit": token.CHAR, "StringLit": token.STRING,
}

// eval runs the postfix code; ok is false where go/constant itself gives up (division by zero, invalid operands).
func eval(code []string) (v constant.Value, ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	var stack []constant.Value
	pop := func() constant.Value {
		x := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		return x
	}
	for _, c := range code {
		word, arg, _ := strings.Cut(c, " ")
		switch word {
		case "shift":
			op, n, _ := strings.Cut(arg, " ")
			s, _ := strconv.Atoi(n)
			x := constant.ToInt(pop())
			stack = append(stack, constant.Shift(x, tokens[op], uint(s)))
		case "unary":
			op, n, _ := strings.Cut(arg, " ")
			prec, _ := strconv.Atoi(n)
			stack = append(stack, constant.UnaryOp(tokens[op], pop(), uint(prec)))
		case "binary":
			y, x := pop(), pop()
			if (arg == "/" || arg == "/=" || arg == "%") && constant.Sign(y) == 0 {
				return nil, false
			}
			stack = append(stack, constant.BinaryOp(x, tokens[arg], y))
		case "compare":
			y, x := pop(), pop()
			stack = append(stack, constant.MakeBool(constant.Compare(x, tokens[arg], y)))
		case "toInt":
			stack = append(stack, constant.ToInt(pop()))
		case "toFloat":
			stack = append(stack, constant.ToFloat(pop()))
		case "real":
			stack = append(stack, constant.Real(pop()))
		case "imag":
			stack = append(stack, constant.Imag(pop()))
		default:
			stack = append(stack, constant.MakeFromLiteral(arg, tokens[word], 0))
		}
	}
	return pop(), true
}

func hugeExponent(v constant.Value) bool {
	switch v.Kind() {
	case constant.Float:
		if f, ok := constant.Val(v).(*big.Float); ok {
			e := f.MantExp(nil)
			return e > 1<<24 || e < -1<<24
		}
	case constant.Complex:
		return hugeExponent(constant.Real(v)) || hugeExponent(constant.Imag(v))
	}
	return false
}

func main() {
	seed := flag.Int64("seed", 1, "seed of the random expressions")
	n := flag.Int("n", 1000, "number of expressions")
	flag.Parse()
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	g := &gen{r: rand.New(rand.NewSource(*seed))}
	for count := 0; count < *n; {
		g.code = nil
		kind := g.pick("int", "int", "float", "float", "float", "complex", "string")
		g.expr(kind, g.r.Intn(5))
		if g.r.Intn(5) == 0 {
			g.expr(kind, g.r.Intn(3))
			if kind == "complex" {
				g.emit("compare %s", g.pick("==", "!="))
			} else {
				g.emit("compare %s", g.pick("==", "!=", "<", "<=", ">", ">="))
			}
		}
		v, ok := eval(g.code)
		if !ok || hugeExponent(v) || len(v.ExactString()) > 3000 {
			continue
		}
		l := line{Expr: g.code, Exact: v.ExactString(), Short: v.String(), Kind: v.Kind().String()}
		if k := v.Kind(); k == constant.Int || k == constant.Float {
			f32, _ := constant.Float32Val(v)
			f64, _ := constant.Float64Val(v)
			l.F32 = strconv.FormatUint(uint64(math.Float32bits(f32)), 16)
			l.F64 = strconv.FormatUint(math.Float64bits(f64), 16)
			l.Int = constant.ToInt(v).ExactString()
			if k == constant.Int {
				l.BitLen = constant.BitLen(v)
			}
		}
		enc.Encode(l)
		count++
	}
}

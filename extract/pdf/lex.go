package pdf

import (
	"bytes"
	"math"
	"strconv"
)

// operand is one operand of a drawing operator: a number, a name or string, or a list of these.
type operand struct {
	num  float64
	str  string
	list []operand
	kind byte // one of the kind… constants
}

const (
	kindOther byte = iota // true, null, a dictionary
	kindNumber
	kindName
	kindString
	kindList
)

// maxOperands bounds the operands of one operator, and the elements of one list.
const maxOperands = 1 << 16

// lexer cuts a content stream into operands and operators (PDF 32000-1, 7.8.2). The library's own interpreter never
// ends on a string that is not closed; this one takes broken input for what it can and always moves on.
type lexer struct {
	b []byte
	i int
}

func isBlank(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{' || c == '}' || c == '/' || c == '%'
}

// skip moves over blanks and remarks.
func (x *lexer) skip() {
	for x.i < len(x.b) {
		switch c := x.b[x.i]; {
		case isBlank(c):
			x.i++
		case c == '%':
			for x.i < len(x.b) && x.b[x.i] != '\n' && x.b[x.i] != '\r' {
				x.i++
			}
		default:
			return
		}
	}
}

// next gives the next operator with its operands, which stay valid until the next call; ok is false at the end.
func (x *lexer) next(args []operand) (op string, out []operand, ok bool) {
	args = args[:0]
	for {
		x.skip()
		if x.i >= len(x.b) {
			return "", args, false
		}
		o, word := x.token(0)
		switch word {
		case "":
			if len(args) < maxOperands {
				args = append(args, o)
			}
		case "BI":
			x.skipInline()
			args = args[:0]
		default:
			return word, args, true
		}
	}
}

// token reads an operand, or the word of an operator. It always moves on.
func (x *lexer) token(depth int) (o operand, word string) {
	switch c := x.b[x.i]; c {
	case '(':
		x.i++
		return operand{kind: kindString, str: x.literal()}, ""
	case '<':
		if x.i+1 < len(x.b) && x.b[x.i+1] == '<' {
			x.i += 2
			return operand{}, "" // a dictionary's elements follow as operands of their own; none matters
		}
		tok, rest := hexToken(x.b[x.i:])
		x.i = len(x.b) - len(rest)
		s, _ := tok.([]byte)
		return operand{kind: kindString, str: string(s)}, ""
	case '[':
		x.i++
		return x.array(depth), ""
	case '/':
		x.i++
		return operand{kind: kindName, str: x.name()}, ""
	case ')', '>', ']', '{', '}':
		x.i++
		return operand{}, ""
	}
	start := x.i
	for x.i < len(x.b) && !isBlank(x.b[x.i]) && !isDelimiter(x.b[x.i]) {
		x.i++
	}
	w := x.b[start:x.i]
	if c := w[0]; c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' {
		return operand{kind: kindNumber, num: number(w)}, ""
	}
	switch s := string(w); s {
	case "true", "false", "null":
		return operand{}, ""
	default:
		return operand{}, s
	}
}

// number reads a number; what some programs write instead ("--5", "1.2.3") counts as far as it can be read. None is infinite.
func number(w []byte) float64 {
	for len(w) > 1 && w[0] == '-' && w[1] == '-' {
		w = w[1:]
	}
	for n := len(w); n > 0; n-- {
		if f, err := strconv.ParseFloat(string(w[:n]), 64); err == nil && !math.IsInf(f, 0) {
			return f
		}
	}
	return 0
}

// array reads a list's elements up to its end. Lists in lists are read to a small depth: none occurs in drawing.
func (x *lexer) array(depth int) operand {
	out := operand{kind: kindList}
	for {
		x.skip()
		if x.i >= len(x.b) {
			return out
		}
		if x.b[x.i] == ']' {
			x.i++
			return out
		}
		if x.b[x.i] == '[' && depth >= 4 {
			x.i++
			continue
		}
		o, word := x.token(depth + 1)
		if word != "" {
			return out // the closing bracket is missing
		}
		if len(out.list) < maxOperands {
			out.list = append(out.list, o)
		}
	}
}

// name reads a name after its slash, "#20" and the like decoded.
func (x *lexer) name() string {
	start := x.i
	for x.i < len(x.b) && !isBlank(x.b[x.i]) && !isDelimiter(x.b[x.i]) {
		x.i++
	}
	w := x.b[start:x.i]
	if bytes.IndexByte(w, '#') < 0 {
		return string(w)
	}
	var out []byte
	for i := 0; i < len(w); i++ {
		if w[i] == '#' && i+2 < len(w) {
			if v, err := strconv.ParseUint(string(w[i+1:i+3]), 16, 8); err == nil {
				out = append(out, byte(v))
				i += 2
				continue
			}
		}
		out = append(out, w[i])
	}
	return string(out)
}

// literal reads a string after its opening bracket.
func (x *lexer) literal() string {
	var out []byte
	for depth := 1; x.i < len(x.b); x.i++ {
		c := x.b[x.i]
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				x.i++
				return string(out)
			}
		case '\\':
			x.i++
			out = x.escape(out)
			continue
		}
		out = append(out, c)
	}
	x.i = len(x.b)
	return string(out)
}

// escape reads what follows a backslash, up to its last byte.
func (x *lexer) escape(out []byte) []byte {
	if x.i >= len(x.b) {
		return out
	}
	switch c := x.b[x.i]; c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\n':
		return out
	case '\r':
		if x.i+1 < len(x.b) && x.b[x.i+1] == '\n' {
			x.i++
		}
		return out
	case '0', '1', '2', '3', '4', '5', '6', '7':
		v := int(c - '0')
		for k := 0; k < 2 && x.i+1 < len(x.b) && x.b[x.i+1] >= '0' && x.b[x.i+1] <= '7'; k++ {
			x.i++
			v = v*8 + int(x.b[x.i]-'0')
		}
		return append(out, byte(v))
	default:
		return append(out, c)
	}
}

// skipInline moves over a picture written into the stream: "ID", its bytes, "EI" between blanks.
func (x *lexer) skipInline() {
	if at := bytes.Index(x.b[x.i:], []byte("ID")); at >= 0 {
		x.i += at + 2
	}
	for {
		at := bytes.Index(x.b[x.i:], []byte("EI"))
		if at < 0 {
			x.i = len(x.b)
			return
		}
		end := x.i + at + 2
		before := at == 0 || isBlank(x.b[x.i+at-1])
		x.i = end
		if before && (end == len(x.b) || isBlank(x.b[end])) {
			return
		}
	}
}

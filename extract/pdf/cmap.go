package pdf

import (
	"bytes"
	"encoding/hex"
	"unicode/utf16"
)

// maxMapEntries bounds a font's code table: a font has no more glyphs than fit into two bytes.
const maxMapEntries = 1 << 16

// codeMap is a ToUnicode table: from character codes to text. The library's own one is searched line by line for every
// letter and is not consulted for fonts that also name an encoding, so the table is read here.
type codeMap map[uint32]string

// readCodeMap reads a ToUnicode program. Only its bfchar and bfrange sections matter, whose operands are hexadecimal
// strings and lists of them (PDF 32000-1, 9.10.3); what cannot be understood is left out.
func readCodeMap(program []byte) codeMap {
	m := codeMap{}
	var args []any // []byte for a string, [][]byte for a list
	for len(program) > 0 {
		tok, rest := nextToken(program)
		program = rest
		switch t := tok.(type) {
		case []byte, [][]byte:
			args = append(args, t)
		case string:
			m.section(t, args)
			if t != "" {
				args = args[:0]
			}
		}
	}
	return m
}

// section enters the operands of one section into the map when its closing word is met.
func (m codeMap) section(word string, args []any) {
	switch word {
	case "endbfchar":
		for i := 0; i+1 < len(args); i += 2 {
			code, ok1 := args[i].([]byte)
			text, ok2 := args[i+1].([]byte)
			if ok1 && ok2 {
				m.set(codeOf(code), utf16Text(text))
			}
		}
	case "endbfrange":
		for i := 0; i+2 < len(args); i += 3 {
			lo, ok1 := args[i].([]byte)
			hi, ok2 := args[i+1].([]byte)
			if ok1 && ok2 {
				m.setRange(codeOf(lo), codeOf(hi), args[i+2])
			}
		}
	}
}

// nextToken cuts one token off: a []byte for <hex>, a [][]byte for a list of them, a string for a word, "" for what
// carries no meaning here (numbers, names, dictionaries, comments).
func nextToken(b []byte) (any, []byte) {
	b = bytes.TrimLeft(b, " \t\r\n\f\x00")
	if len(b) == 0 {
		return "", nil
	}
	switch b[0] {
	case '<':
		if len(b) > 1 && b[1] == '<' {
			return "", b[2:]
		}
		return hexToken(b)
	case '[':
		var list [][]byte
		b = b[1:]
		for len(b) > 0 && len(list) < maxMapEntries {
			tok, rest := nextToken(b)
			b = rest
			if s, ok := tok.([]byte); ok {
				list = append(list, s)
			} else if tok == "]" {
				break
			}
		}
		return list, b
	case ']':
		return "]", b[1:]
	case '%':
		if i := bytes.IndexAny(b, "\r\n"); i >= 0 {
			return "", b[i:]
		}
		return "", nil
	}
	n := bytes.IndexAny(b[1:], " \t\r\n\f\x00<>[]/%()")
	if n < 0 {
		n = len(b) - 1
	}
	word := string(b[:n+1])
	if c := word[0]; c < 'a' || c > 'z' {
		word = ""
	}
	return word, b[n+1:]
}

// hexToken reads a hexadecimal string; blanks inside are allowed, a missing last digit is 0.
func hexToken(b []byte) (any, []byte) {
	end := bytes.IndexByte(b, '>')
	if end < 0 {
		return "", nil
	}
	digits := bytes.Join(bytes.Fields(b[1:end]), nil)
	if len(digits)%2 == 1 {
		digits = append(digits, '0')
	}
	out := make([]byte, len(digits)/2)
	if _, err := hex.Decode(out, digits); err != nil {
		return "", b[end+1:]
	}
	return out, b[end+1:]
}

func (m codeMap) set(code uint32, text string) {
	if len(m) < maxMapEntries && text != "" {
		m[code] = text
	}
}

// setRange fills the codes lo..hi: from a list, or counting up from one character.
func (m codeMap) setRange(lo, hi uint32, dst any) {
	if hi < lo || hi-lo >= maxMapEntries {
		return
	}
	switch d := dst.(type) {
	case [][]byte:
		for i := 0; i <= int(hi-lo) && i < len(d); i++ {
			m.set(lo+uint32(i), utf16Text(d[i]))
		}
	case []byte:
		first := []rune(utf16Text(d))
		if len(first) == 0 {
			return
		}
		last := len(first) - 1
		for i := uint32(0); i <= hi-lo; i++ {
			m.set(lo+i, string(first[:last])+string(first[last]+rune(i)))
		}
	}
}

// codeOf reads a big-endian code of up to four bytes.
func codeOf(raw []byte) uint32 {
	var c uint32
	for i := 0; i < len(raw) && i < 4; i++ {
		c = c<<8 | uint32(raw[i])
	}
	return c
}

// utf16Text decodes big-endian UTF-16; a lone byte stands for itself.
func utf16Text(raw []byte) string {
	if len(raw) == 1 {
		return string(rune(raw[0]))
	}
	units := make([]uint16, 0, len(raw)/2)
	for i := 0; i+1 < len(raw); i += 2 {
		units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
	}
	return string(utf16.Decode(units))
}

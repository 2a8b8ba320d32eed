package rtf

import (
	"strconv"
)

// kind is what a token is.
type kind int

const (
	tokenEnd kind = iota
	tokenOpen
	tokenClose
	tokenWord // a control word with its number
	tokenHex  // a byte written \'hh
	tokenByte // a byte of text
)

// token is the smallest unit of an RTF file.
type token struct {
	kind   kind
	word   string
	number int
	has    bool // the word has a number
	b      byte
}

// scanner takes an RTF file apart (RTF 1.9.1, "RTF syntax").
type scanner struct {
	data []byte
	at   int
}

// next gives the next token. It never fails: what is not understood is text, as Word takes it.
func (s *scanner) next() token {
	for s.at < len(s.data) {
		c := s.data[s.at]
		s.at++
		switch c {
		case '{':
			return token{kind: tokenOpen}
		case '}':
			return token{kind: tokenClose}
		case '\r', '\n', 0:
			continue
		case '\\':
			return s.control()
		default:
			return token{kind: tokenByte, b: c}
		}
	}
	return token{kind: tokenEnd}
}

func (s *scanner) control() token {
	if s.at >= len(s.data) {
		return token{kind: tokenEnd}
	}
	c := s.data[s.at]
	if !isLetter(c) {
		s.at++
		if c == '\'' && s.at+2 <= len(s.data) {
			n, err := strconv.ParseUint(string(s.data[s.at:s.at+2]), 16, 8)
			s.at += 2
			if err == nil {
				return token{kind: tokenHex, b: byte(n)}
			}
		}
		return token{kind: tokenWord, word: string(c)}
	}
	start := s.at
	for s.at < len(s.data) && isLetter(s.data[s.at]) {
		s.at++
	}
	t := token{kind: tokenWord, word: string(s.data[start:min(s.at, start+32)])}
	start = s.at
	if s.at < len(s.data) && s.data[s.at] == '-' {
		s.at++
	}
	for s.at < len(s.data) && s.data[s.at] >= '0' && s.data[s.at] <= '9' {
		s.at++
	}
	if n, err := strconv.Atoi(string(s.data[start:min(s.at, start+11)])); err == nil {
		t.number, t.has = n, true
	} else if s.at == start+1 { // a lone hyphen is text
		s.at = start
	}
	if s.at < len(s.data) && s.data[s.at] == ' ' {
		s.at++
	}
	return t
}

// skip passes over the bytes of a \bin block.
func (s *scanner) skip(n int) {
	s.at = min(s.at+max(n, 0), len(s.data))
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

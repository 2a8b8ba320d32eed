package vi

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

// Form is what a token is indexed as. Forms that a Tokenizer gives are shared and must not be changed.
type Form struct {
	Exact  string // lower case, NFC, tone mark and i/y in the usual form, numbers without leading zeros
	Folded string // Exact without marks
}

// Marked tells whether the form bears marks that folding loses.
func (f *Form) Marked() bool { return f.Exact != f.Folded }

// Token is one syllable, number or piece of a symbol. Start and End are bytes of the text it was cut from.
type Token struct {
	Start, End int
	*Form
}

// Normalize gives the forms of one token as written in a text.
func Normalize(word string) Form {
	exact := trimZeros(viet.Usual(strings.ToLower(viet.NFC(word))))
	return Form{Exact: exact, Folded: document.FoldASCII(exact)}
}

// trimZeros makes 05 and 5 one number: the rules of office papers put a zero before some days, months and numbers.
func trimZeros(s string) string {
	if s[0] != '0' {
		return s
	}
	t := strings.TrimLeft(s, "0")
	if t == "" || t[0] < '1' || t[0] > '9' {
		return s
	}
	return t
}

// maxForms bounds the interned forms: three writings ("thi", "Thi", "THI") of all 7,000 syllables in use, and twice as
// many numbers and names. About 4 MB; when it is full, the cache starts anew.
const maxForms = 1 << 16

// maxTokenBytes is the longest token: anything longer is no word but noise of a broken file, and is cut.
const maxTokenBytes = 64

// Tokenizer cuts text. The zero value is ready. It is not safe for concurrent use: give each goroutine its own.
type Tokenizer struct {
	forms map[string]*Form
}

// Tokens appends the tokens of text to dst, in order of their place.
func (t *Tokenizer) Tokens(dst []Token, text string) []Token {
	start := -1
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		switch inside := isToken(r, start >= 0); {
		case inside && start >= 0 && i+size-start > maxTokenBytes:
			dst = append(dst, t.token(text, start, i))
			start = -1
			continue // r may begin the next token
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			dst = append(dst, t.token(text, start, i))
			start = -1
		}
		i += size
	}
	if start >= 0 {
		dst = append(dst, t.token(text, start, len(text)))
	}
	return dst
}

func (t *Tokenizer) token(text string, start, end int) Token {
	return Token{Start: start, End: end, Form: t.form(text[start:end])}
}

func (t *Tokenizer) form(word string) *Form {
	if f, ok := t.forms[word]; ok {
		return f
	}
	if t.forms == nil || len(t.forms) >= maxForms {
		t.forms = make(map[string]*Form)
	}
	f := Normalize(word)
	if f.Folded == f.Exact {
		f.Folded = f.Exact // one string, not two
	}
	t.forms[strings.Clone(word)] = &f
	return &f
}

// isToken tells whether r belongs to a token. A combining mark does inside one only: on its own it is noise.
func isToken(r rune, inside bool) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || inside && unicode.Is(unicode.Mn, r)
}

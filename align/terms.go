package align

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/align/meaning"
	"github.com/soichi/soichi/viet"
)

// token is what a field between blanks says, remembered by its writing.
type token struct {
	word          int32 // number of the word; none if it is no word
	term          int32 // the same; none if it is no term
	opens, closes bool  // punctuation before, after: no pair runs over it
	syllable      int32 // the same for its meaning
	cuts          bool  // a comma, semicolon or full stop after
}

const none = -1

// maxPieces bounds the pieces that a text is cut into; the last one takes the rest.
const maxPieces = 12

// terms calls add with each term of a text: the syllables, and the pairs of neighbouring ones, which are what most
// Vietnamese words are, with the number of the piece between commas and semicolons that each stands in. Pairs do not
// run over punctuation.
func (c *Corpus) terms(s string, add func(t int32, piece uint8)) {
	prev, piece := int32(none), uint8(0)
	c.opens = [maxPieces]bool{}
	run, at := c.run[:0], uint8(0) // words without punctuation between them, and the piece that they began in
	for field := range strings.FieldsSeq(s) {
		tok, ok := c.words[field]
		if !ok {
			tok = c.token(field)
			c.words[strings.Clone(field)] = tok
		}
		if tok.opens || tok.word == none {
			run = c.senses(run, at, add)
			c.meaning.Break()
		}
		if tok.word != none {
			if len(run) == 0 {
				at = piece
			}
			run = append(run, tok.word)
			c.meaning.Take(tok.syllable)
		}
		if tok.term != none {
			add(tok.term, piece)
			if tok.opens {
				prev = none
			}
			if prev != none {
				add(c.pair(prev, tok.term), piece)
			}
		}
		prev = tok.term
		if tok.closes {
			prev, run = none, c.senses(run, at, add)
			c.meaning.Break()
		}
		if tok.cuts && piece < maxPieces-1 {
			piece++
			c.opens[piece] = field[len(field)-1] != ','
		}
	}
	c.run = c.senses(run, at, add)
}

// senses calls add with the senses of a run of words, and gives the emptied run back.
func (c *Corpus) senses(run []int32, piece uint8, add func(t int32, piece uint8)) []int32 {
	for words := run; len(words) > 0; {
		sense, n := c.lexicon.at(words)
		if sense != none {
			if c.deed[sense] && len(words) == len(run) {
				c.opens[piece] = true
			}
			add(sense, piece)
		}
		words = words[n:]
	}
	return run[:0]
}

// token reads one field. Words with digits are no terms: they are dates and numbers, which figures compares.
func (c *Corpus) token(field string) token {
	word := strings.TrimFunc(field, notWord)
	cuts := strings.ContainsAny(field[len(field)-1:], ",;.:")
	if word == "" || strings.ContainsFunc(word, unicode.IsDigit) {
		return token{word: none, term: none, cuts: cuts}
	}
	first, _ := utf8.DecodeRuneInString(field)
	last, _ := utf8.DecodeLastRuneInString(field)
	word = viet.Canonical(strings.ToLower(word))
	tok := token{word: c.word(word), term: none, syllable: meaning.Default().Syllable(word), opens: notWord(first), closes: notWord(last), cuts: cuts}
	if !slices.Contains(stop, word) {
		tok.term = tok.word
	}
	return tok
}

// word gives the number of a canonical word.
func (c *Corpus) word(word string) int32 {
	t, ok := c.named[word]
	if !ok {
		t = c.term(false)
		c.named[word] = t
	}
	return t
}

func (c *Corpus) pair(a, b int32) int32 {
	t, ok := c.pairs[[2]int32{a, b}]
	if !ok {
		t = c.term(true)
		c.pairs[[2]int32{a, b}] = t
	}
	return t
}

func notWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// stop holds syllables that join others and say nothing alone. Verbs of office style ("thực hiện", "tăng cường") are
// not among them: their weight falls by itself, because they occur everywhere.
var stop = strings.Fields("và các những của cho để với về tại trong theo từ đến là có được do bởi này đó khi như nhằm hoặc hay thì mà ở vào ra trên dưới một việc phải cần đã đang sẽ")

// quotes takes the names in quotation marks, folded to letters: mottos, movements, systems, programmes.
func quotes(s string) []string {
	if !strings.Contains(s, "“") && !strings.Contains(s, "«") {
		return nil
	}
	var out []string
	open := -1
	for i, r := range s {
		switch r {
		case '“', '«':
			open = i + utf8.RuneLen(r)
		case '”', '»':
			if open >= 0 && open < i {
				if l := viet.Letters(s[open:i]); strings.Contains(l, " ") && !slices.Contains(out, l) {
					out = append(out, l)
				}
			}
			open = -1
		}
	}
	return out
}

// dating are the words after which a number is part of a date.
var dating = []string{"ngày", "tháng", "năm", "quý"}

// figures takes the numbers that are worth comparing: those with two digits or more. Dates are left out, because every
// paper of a chain has the same ones.
func figures(s string) []string {
	if !strings.ContainsAny(s, "0123456789") {
		return nil
	}
	var out []string
	prev := ""
	for field := range strings.FieldsSeq(s) {
		word := strings.TrimFunc(field, func(r rune) bool { return notWord(r) && r != '%' })
		before := prev
		prev = strings.ToLower(word)
		if !strings.ContainsFunc(word, unicode.IsDigit) || slices.Contains(dating, before) || strings.Count(word, "/") > 1 {
			continue
		}
		word = strings.TrimLeft(word, "0")
		year := len(word) == 4 && (strings.HasPrefix(word, "19") || strings.HasPrefix(word, "20"))
		if len(word) >= 2 && !year && !slices.Contains(out, word) {
			out = append(out, word)
		}
	}
	return out
}

package query

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/viet"
)

const (
	// MaxLength is the longest query in bytes: a pasted page is a mistake, a pasted paragraph is not.
	MaxLength = 8 << 10
	maxDepth  = 32 // nesting of parentheses
)

// Parse reads a query. The empty query gives the empty list, which matches everything. Every error is a *SyntaxError.
func Parse(s string) (Node, error) {
	s = viet.NFC(strings.ToValidUTF8(s, " "))
	p := &parser{s: s}
	if len(s) > MaxLength {
		return nil, p.fail(0, TooLong, strconv.Itoa(MaxLength))
	}
	n, err := p.alternatives()
	if err != nil {
		return nil, err
	}
	if p.i < len(p.s) {
		return nil, p.fail(p.i, StrayParenthesis)
	}
	return n, nil
}

type parser struct {
	s     string
	i     int // byte offset
	depth int
}

func (p *parser) fail(at int, why Reason, args ...string) error {
	return &SyntaxError{Query: p.s, Pos: utf8.RuneCountInString(p.s[:at]), Reason: why, Args: args}
}

// alternatives reads lists joined by OR, up to the end or a closing parenthesis.
func (p *parser) alternatives() (Node, error) {
	var nodes []Node
	for last := -1; ; {
		list, or, err := p.list()
		if err != nil {
			return nil, err
		}
		if len(list.Clauses) > 0 {
			nodes = append(nodes, collapse(list))
		} else if or >= 0 || last >= 0 {
			return nil, p.fail(max(or, last), LonelyOr, p.operator(max(or, last)))
		}
		if or < 0 {
			return either(nodes), nil
		}
		last = or
	}
}

// operator gives the OR that stands at a byte, as typed.
func (p *parser) operator(at int) string {
	if p.s[at] == '|' {
		return "|"
	}
	end, _ := wordEnd(p.s, at)
	return p.s[at:end]
}

// either joins alternatives; a single one stands for itself.
func either(nodes []Node) Node {
	switch len(nodes) {
	case 0:
		return List{}
	case 1:
		return nodes[0]
	default:
		return Or{nodes}
	}
}

// collapse makes a list of one wanted node that node.
func collapse(l List) Node {
	if len(l.Clauses) == 1 && l.Clauses[0].Occur == Should {
		return l.Clauses[0].Node
	}
	return l
}

// list reads clauses up to an OR, whose offset it gives, or to the end or a closing parenthesis, where it gives -1.
func (p *parser) list() (List, int, error) {
	var l List
	for {
		occur := p.skip()
		if p.i == len(p.s) || p.s[p.i] == ')' {
			return l, -1, nil
		}
		start := p.i
		if p.s[p.i] == '|' {
			p.i++
			return l, start, nil
		}
		if end, next := wordEnd(p.s, p.i); occur == Should && isOr(p.s[p.i:end]) {
			p.i = next
			return l, start, nil
		}
		n, err := p.unit()
		if err != nil {
			return l, -1, err
		}
		if n != nil {
			l.Clauses = append(l.Clauses, Clause{occur, n})
		}
	}
}

// skip passes over what separates clauses and gives the sign of the next one. A sign counts only at the start of a word
// and touching it: in "19-CT/TW" and "a - b" the hyphen is none.
func (p *parser) skip() Occur {
	occur, before := Should, ' '
	if p.i > 0 {
		before = lastRune(p.s[:p.i])
	}
	for p.i < len(p.s) {
		r, size := utf8.DecodeRuneInString(p.s[p.i:])
		switch {
		case wordRune(r), strings.ContainsRune(`()"“|`, r):
			return occur
		case unicode.IsSpace(r):
			occur = Should
		case r == '-' && signPlace(before):
			occur = MustNot
		case r == '+' && signPlace(before):
			occur = Must
		default:
			occur = Should
		}
		before = r
		p.i += size
	}
	return occur
}

func signPlace(before rune) bool { return unicode.IsSpace(before) || before == '(' || before == '|' }

// unit reads one group, phrase, field or word. It gives nil for a group or phrase that holds nothing to search for.
func (p *parser) unit() (Node, error) {
	switch r := firstRune(p.s[p.i:]); r {
	case '(':
		return p.group()
	case '"', '“':
		text, err := p.quoted()
		if err != nil || !hasWord(text) {
			return nil, err
		}
		return Phrase{text}, nil
	}
	if f, n := matchField(p.s[p.i:]); n > 0 && p.valueFollows(p.i+n) {
		start := p.i
		p.i += n
		return p.field(f, start)
	}
	end, next := wordEnd(p.s, p.i)
	word := p.s[p.i:end]
	if isOr(word) {
		return nil, p.fail(p.i, SignedOr, word)
	}
	if err := p.unknownField(word, next); err != nil {
		return nil, err
	}
	p.i = next
	return Word{word}, nil
}

// group reads from ( to its ).
func (p *parser) group() (Node, error) {
	start := p.i
	if p.depth++; p.depth > maxDepth {
		return nil, p.fail(start, TooDeep)
	}
	p.i++
	n, err := p.alternatives()
	if err != nil {
		return nil, err
	}
	if p.i == len(p.s) {
		return nil, p.fail(start, OpenParenthesis)
	}
	p.i++
	p.depth--
	if l, ok := n.(List); ok && len(l.Clauses) == 0 {
		return nil, nil
	}
	return n, nil
}

// quoted reads from one quote to the one that closes it.
func (p *parser) quoted() (string, error) {
	open, size := utf8.DecodeRuneInString(p.s[p.i:])
	end := closing(open)
	text, _, found := strings.Cut(p.s[p.i+size:], end)
	if !found {
		return "", p.fail(p.i, OpenQuote, end)
	}
	p.i += size + len(text) + len(end)
	return squeeze(text), nil
}

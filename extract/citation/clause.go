package citation

import "strings"

// brokenClause tells whether a gap between two mentions holds the end of the clause that its first words belong to.
func brokenClause(gap string) bool { return clauseBreak(gap, true) >= 0 }

// clauseEnd gives the length of the clause that s, the words behind a mention, begins with.
func clauseEnd(s string) int {
	if end := clauseBreak(s, false); end >= 0 {
		return end
	}
	return len(strings.TrimRight(s, " \u00a0./"))
}

// clauseBreak gives the offset of the first sign that ends the clause which s begins with, -1 where it goes on to the end:
// a full stop, a semicolon, a bracket that was not opened, the next cell of a table, or a comma that a new clause follows.
// Signs within quotes do not count. In a gap a colon ends the clause too; in a title a short name in brackets does.
func clauseBreak(s string, gap bool) int {
	quoted, open := 0, 0
	for p := 0; p < len(s); {
		r, n := runeAt(s, p)
		ends := false
		switch r {
		case '“':
			quoted++
		case '”':
			quoted--
		case '(':
			ends = !gap && shortName(s[p+n:])
			open++
		case ')':
			open--
			ends = open < 0
		case '|':
			ends = true
		case ';':
			ends = quoted <= 0
		case ':', '\n':
			ends = gap && quoted <= 0
		case '.':
			ends = quoted <= 0 && p+n < len(s) && s[p+n] == ' '
		case ',':
			ends = quoted <= 0 && opensClause(s, p, p+n, quoted == 0)
		}
		if ends {
			return len(strings.TrimRight(s[:p], " \u00a0"))
		}
		p += n
	}
	return -1
}

// opensClause tells whether the comma that stands from at to end is followed by a new clause: behind the quoted name of a
// document, before a word that goes on with the sentence, or before a capital, which in capitals begins nothing.
func opensClause(s string, at, end int, closed bool) bool {
	if before, _ := runeBefore(s, at); before == '”' && closed {
		return true
	}
	next := skipBlanks(s, end)
	return holdsPrefix(s[next:], clauseOpeners) || capital(s, next) && !noSmall(s)
}

// clauseOpeners are the words behind a comma that go on with the sentence rather than with a subject.
var clauseOpeners = []string{
	"để ", "nhằm ", "đồng thời", "góp phần", "các đơn vị", "trong đó", "qua đó", "theo đó", "đã ", "được ", "có hiệu lực", "như sau",
}

// shortName tells whether brackets give the document a short name: "(sau đây gọi tắt là …)".
func shortName(s string) bool {
	return holdsPrefix(s, []string{"sau đây", "dưới đây", "gọi tắt", "gọi chung", "gọi là", "viết tắt", "được viết"})
}

func holdsPrefix(s string, words []string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

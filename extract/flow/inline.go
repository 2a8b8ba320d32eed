package flow

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// piece is a run after cleaning: NFC, no odd blanks, no break inside.
type piece struct {
	text string
	bold bool
	note int
}

// lines cleans the runs of a paragraph and splits them at line breaks. Lines without text are left out, and every line is
// trimmed, so that what remains is exactly what goes into the text.
func lines(runs []Run, marks []string) [][]piece {
	var out [][]piece
	var line []piece
	end := func() {
		if line = trim(settle(line)); len(line) > 0 && !isRule(line) {
			out = append(out, line)
		}
		line = nil
	}
	for _, r := range runs {
		if r.Note > 0 {
			if r.Note <= len(marks) {
				line = append(line, piece{text: superscript(marks[r.Note-1]), note: r.Note})
			}
			continue
		}
		text := clean(r.Text)
		if r.Super && isDigits(text) {
			text = superscript(text)
		}
		for i, part := range strings.Split(text, "\n") {
			if i > 0 {
				end()
			}
			if part != "" {
				line = append(line, piece{text: part, bold: r.Bold})
			}
		}
	}
	end()
	return out
}

// settle moves what opens a piece but composes with the piece before, such as the mark of a letter, to where its letter is.
// Word splits letters from their marks in texts typed with Windows-1258 keyboards.
func settle(line []piece) []piece {
	out := make([]piece, 0, len(line))
	for _, p := range line {
		last := len(out) - 1
		if last >= 0 && out[last].note == 0 && p.note == 0 && !norm.NFC.PropertiesString(p.text).BoundaryBefore() {
			n := norm.NFC.FirstBoundaryInString(p.text)
			if n < 0 {
				n = len(p.text)
			}
			out[last].text = norm.NFC.String(out[last].text + p.text[:n])
			if p.text = p.text[n:]; p.text == "" {
				continue
			}
		}
		out = append(out, p)
	}
	return out
}

// clean composes a text and drops what has no place in plain text: control characters, soft hyphens, zero-width marks.
// Blanks of special width become plain ones; tabs and line breaks stay.
func clean(s string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r == '\r' || r == '\v' || r == '\f' || r == '\u2028' || r == '\u2029':
			return '\n'
		case r == '\u00ad' || r == '\ufeff' || unicode.Is(unicode.Cf, r) || unicode.IsControl(r):
			return -1
		case unicode.Is(unicode.Zs, r):
			return ' '
		default:
			return r
		}
	}, strings.ToValidUTF8(s, "\ufffd")))
}

// trim cuts blanks at both ends of a line, over the borders of its pieces, and drops the pieces that become empty.
func trim(line []piece) []piece {
	const blanks = " \t"
	for len(line) > 0 {
		line[0].text = strings.TrimLeft(line[0].text, blanks)
		if line[0].text != "" {
			break
		}
		line = line[1:]
	}
	for len(line) > 0 {
		last := &line[len(line)-1]
		last.text = strings.TrimRight(last.text, blanks)
		if last.text != "" {
			break
		}
		line = line[:len(line)-1]
	}
	return line
}

// isRule tells a line of three dashes or more, which stands for the rule that is drawn under a letterhead.
func isRule(line []piece) bool {
	dashes := 0
	for _, p := range line {
		for _, r := range p.text {
			if !strings.ContainsRune("-_–—─=¯ ", r) {
				return false
			}
			dashes++
		}
	}
	return dashes >= 3
}

func isDigits(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return s != ""
}

// superscripts are the raised digits in order; they stand in three Unicode blocks.
var superscripts = []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")

// superscript raises the digits of s; other marks, such as an asterisk, stay as they are.
func superscript(s string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return superscripts[r-'0']
		}
		return r
	}, s)
}

package field

import (
	"regexp"
	"strings"
)

// gutter is the run of blanks between two columns that a conversion to plain text printed on one line.
var gutter = regexp.MustCompile(`\s{5,}[\p{Lu}(\[]`)

// columns cuts a line at its gutters. The place of a number or a day that is left blank is no gutter: small letters or signs
// follow it, or a colon stands before it.
func columns(l line) []line {
	var out []line
	from := 0
	for _, at := range gutter.FindAllStringIndex(l.text, -1) {
		left := strings.TrimRight(l.text[from:at[0]], " \t")
		if left == "" || strings.HasSuffix(left, ":") && !recipientsHead.MatchString(left) {
			continue
		}
		right := at[0] + strings.IndexFunc(l.text[at[0]:], notBlank)
		out = append(out, line{left, l.within(from, from+len(left)), l.block})
		from = right
	}
	return append(out, line{l.text[from:], l.within(from, len(l.text)), l.block})
}

func notBlank(c rune) bool { return c != ' ' && c != '\t' }

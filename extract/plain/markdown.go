package plain

import (
	"regexp"
	"strings"

	"github.com/soichi/soichi/document"
)

// frontMatter finds the block between two lines of three dashes at the very start, both lines included.
func frontMatter(content string) document.Range {
	const fence = "---\n"
	if !strings.HasPrefix(content, fence) {
		return document.Range{}
	}
	end := strings.Index(content[len("---"):], "\n"+fence)
	if end < 0 {
		return document.Range{}
	}
	return document.Range{End: len(fence) + end + len(fence)}
}

var frontLine = regexp.MustCompile(`^([\p{L}\d_-]+):[ \t]*(.*)$`)

// parseFrontMatter reads the plain part of YAML that front matter uses: "name: value" and lists of words, which are
// joined by ", ". Anything nested deeper is left out; it is there in the text all the same.
func parseFrontMatter(block string) map[string]string {
	meta := map[string]string{}
	name := ""
	for line := range strings.Lines(block) {
		line = strings.TrimRight(line, "\n \t")
		if m := frontLine.FindStringSubmatch(line); m != nil {
			name = strings.ToLower(m[1])
			if v := unquote(m[2]); v != "" {
				meta[name] = v
			}
			continue
		}
		item, isItem := strings.CutPrefix(strings.TrimSpace(line), "- ")
		if !isItem || name == "" {
			continue
		}
		if meta[name] != "" {
			meta[name] += ", "
		}
		meta[name] += unquote(item)
	}
	return meta
}

func unquote(s string) string {
	s = strings.TrimSpace(s)
	if n := len(s); n >= 2 && s[0] == s[n-1] && (s[0] == '"' || s[0] == '\'') {
		return strings.ReplaceAll(s[1:n-1], `\"`, `"`)
	}
	return s
}

var boldMark = regexp.MustCompile(`\*\*([^*\n]+)\*\*`)

// bold gives the words between pairs of two asterisks, without the asterisks.
func bold(content string) []document.Range {
	var out []document.Range
	for _, m := range boldMark.FindAllStringSubmatchIndex(content, -1) {
		out = append(out, document.Range{Start: m[2], End: m[3]})
	}
	return out
}

var tableRule = regexp.MustCompile(`^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$`)

// tables finds pipe tables: a line of names, a rule of dashes under it, and the lines that go on with a pipe in them.
func tables(content string) []document.Table {
	var out []document.Table
	var lines []document.Range
	at := 0
	for line := range strings.Lines(content) {
		lines = append(lines, document.Range{Start: at, End: at + len(strings.TrimRight(line, "\n"))})
		at += len(line)
	}
	for i := 0; i+1 < len(lines); i++ {
		head, rule := lines[i].In(content), lines[i+1].In(content)
		if !strings.Contains(head, "|") || !strings.Contains(rule, "|") || !tableRule.MatchString(rule) {
			continue
		}
		table := document.Table{Rows: []document.Row{{Range: lines[i], Cells: cells(content, lines[i]), Header: true}}}
		last := i + 1
		for j := i + 2; j < len(lines) && strings.Contains(lines[j].In(content), "|"); j++ {
			table.Rows = append(table.Rows, document.Row{Range: lines[j], Cells: cells(content, lines[j])})
			last = j
		}
		table.Range = document.Range{Start: lines[i].Start, End: lines[last].End}
		out = append(out, table)
		i = last
	}
	return out
}

// cells splits a line at its pipes and trims the parts; the empty parts outside the first and last pipe are no cells.
func cells(content string, line document.Range) []document.Range {
	var out []document.Range
	start := line.Start
	for i := line.Start; i <= line.End; i++ {
		if i < line.End && (content[i] != '|' || i > 0 && content[i-1] == '\\') {
			continue
		}
		part := trimmed(content, document.Range{Start: start, End: i})
		if outside := start == line.Start || i == line.End; !outside || !part.Empty() {
			out = append(out, part)
		}
		start = i + 1
	}
	return out
}

func trimmed(content string, r document.Range) document.Range {
	for r.Start < r.End && (content[r.Start] == ' ' || content[r.Start] == '\t') {
		r.Start++
	}
	for r.End > r.Start && (content[r.End-1] == ' ' || content[r.End-1] == '\t') {
		r.End--
	}
	return r
}

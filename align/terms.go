package align

import (
	"strings"
	"unicode"

	"github.com/soichi/soichi/viet"
)

// terms takes the terms of a text: pairs of neighbouring syllables, which are what most Vietnamese words are, and the
// syllables themselves. Pairs do not run over punctuation.
func terms(s string) map[string]int {
	out := map[string]int{}
	prev := ""
	for _, field := range strings.FieldsFunc(strings.ToLower(s), unicode.IsSpace) {
		word := strings.TrimFunc(field, notWord)
		if word == "" {
			prev = ""
			continue
		}
		word = viet.Canonical(word)
		if !strings.HasPrefix(field, word[:1]) && notWord(firstRune(field)) {
			prev = ""
		}
		if stop[word] {
			prev = ""
			continue
		}
		out[word]++
		if prev != "" {
			out[prev+" "+word]++
		}
		prev = word
		if notWord(lastRune(field)) {
			prev = ""
		}
	}
	return out
}

func notWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

func lastRune(s string) rune {
	var last rune
	for _, r := range s {
		last = r
	}
	return last
}

// stop holds syllables that join others and say nothing alone. Verbs of office style ("thực hiện", "tăng cường") are
// not among them: their weight falls by itself, because they occur everywhere.
var stop = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("và các những của cho để với về tại trong theo từ đến là có được bị do bởi này đó khi như nhằm hoặc hay thì mà ở vào ra trên dưới một số việc phải cần đã đang sẽ") {
		m[w] = true
	}
	return m
}()

// quotes takes the names in quotation marks, folded to letters: mottos, movements, systems, programmes.
func quotes(s string) map[string]bool {
	out := map[string]bool{}
	open := -1
	for i, r := range s {
		switch r {
		case '“', '«':
			open = i + len(string(r))
		case '”', '»':
			if open >= 0 && open < i {
				if l := viet.Letters(s[open:i]); strings.Contains(l, " ") {
					out[l] = true
				}
			}
			open = -1
		}
	}
	return out
}

// figures takes the numbers that are worth comparing: those with two digits or more, years and dates left out by
// value, because every paper of a year has them.
func figures(s string) map[string]bool {
	out := map[string]bool{}
	for _, f := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsDigit(r) && r != '%' && r != '.' && r != ',' }) {
		f = strings.Trim(f, ".,")
		f = strings.TrimLeft(f, "0")
		if len(f) < 2 || len(f) == 4 && (strings.HasPrefix(f, "19") || strings.HasPrefix(f, "20")) {
			continue
		}
		out[f] = true
	}
	return out
}

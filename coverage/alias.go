package coverage

import (
	"regexp"
	"strings"
	"unicode"
)

// short matches a body named by an abbreviation: "Cục HTQTCT", "VKSNDTC".
var short = regexp.MustCompile(`^(?:(\p{Lu}\p{Ll}+(?: \p{Ll}+)?) )?(\p{Lu}[\p{Lu}&-]{1,11})$`)

// aliases gives the full names of bodies that a paper abbreviates: "Cục Hộ tịch, quốc tịch, chứng thực (Cục HTQTCT)",
// "… (sau đây gọi tắt là Sở NNMT)".
type aliases struct{ text string }

// longestAlias is the number of bytes before the parenthesis in which the full name is looked for.
const longestAlias = 160

// full gives the full name of an abbreviated one, the name itself where the paper does not explain it. The letters of the
// abbreviation must begin words of the name, in order.
func (a aliases) full(name string) string {
	m := short.FindStringSubmatch(name)
	if m == nil {
		return name
	}
	for rest := a.text; ; {
		i := strings.Index(rest, name+")")
		if i < 0 {
			return name
		}
		before := rest[:i]
		rest = rest[i+len(name):]
		open := strings.LastIndexByte(before, '(')
		if open < 0 || open < len(before)-longestAlias {
			continue
		}
		before = strings.TrimSpace(before[max(0, open-longestAlias):open])
		if at := lastHead(before, m[1], m[2]); at >= 0 {
			return strings.Join(strings.Fields(before[at:]), " ")
		}
	}
}

// lastHead finds where the name that ends a text begins: at its head word, where the abbreviation has one, so that the
// rest of the letters begin words of it.
func lastHead(text, head, letters string) int {
	for at := len(text); ; {
		if head == "" {
			at = strings.LastIndexByte(text[:at], ' ')
		} else {
			at = strings.LastIndex(text[:at], head+" ")
		}
		if at < 0 {
			return -1
		}
		begin := at
		if head == "" {
			begin++
		}
		if initials(text[begin+len(head):], letters) {
			return begin
		}
	}
}

// initials tells whether letters begin words of a name, in order, the first of them the first word.
func initials(name, letters string) bool {
	left := []rune(letters)
	for i, w := range strings.Fields(name) {
		word := []rune(strings.Trim(w, ",-"))
		if len(word) == 0 {
			continue
		}
		first := unicode.ToUpper(word[0])
		if first == left[0] {
			left = left[1:]
		} else if i == 0 {
			return false
		}
		if len(left) == 0 {
			return true
		}
	}
	return false
}

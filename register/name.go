package register

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"

	"github.com/soichi/soichi/viet"
)

//go:embed words.tsv
var wordTable string

//go:embed offices.tsv
var officeTable string

// phrases replaces runs of words by other words, the longest run first.
type phrases struct {
	to      map[string][]string
	longest map[string]int // how many words the longest run has that begins with a word
}

func newPhrases() phrases {
	return phrases{to: map[string][]string{}, longest: map[string]int{}}
}

func phrasesOf(table string) phrases {
	p := newPhrases()
	for _, row := range rows(table) {
		var to []string
		if len(row) > 1 {
			to = strings.Fields(row[1])
		}
		p.add(strings.Fields(row[0]), to)
	}
	return p
}

func (p phrases) add(from, to []string) {
	p.to[strings.Join(from, " ")] = to
	p.longest[from[0]] = max(p.longest[from[0]], len(from))
}

// at gives what stands for the longest run that begins with words[0], and how many words it takes; 0 for none.
func (p phrases) at(words []string) ([]string, int) {
	if len(words) == 0 {
		return nil, 0
	}
	for n := min(p.longest[words[0]], len(words)); n > 0; n-- {
		if to, ok := p.to[strings.Join(words[:n], " ")]; ok {
			return to, n
		}
	}
	return nil, 0
}

var (
	abbreviations = sync.OnceValue(func() phrases { return phrasesOf(wordTable) })
	offices       = sync.OnceValue(func() phrases { return phrasesOf(officeTable) })
	// inBrackets matches an abbreviation that a text puts inside a name: "Viện kiểm sát nhân dân (VKSND) tối cao".
	inBrackets = regexp.MustCompile(`\([^()]*\)`)
	// twice undoes what expansion doubles: "UBND nhân dân", "Viện KSND nhân dân".
	twice = strings.NewReplacer(
		"viện viện kiểm sát", "viện kiểm sát", "kiểm sát nhân dân nhân dân", "kiểm sát nhân dân",
		"thủ tướng chính phủ chính phủ", "thủ tướng chính phủ",
	)
	procuracy = regexp.MustCompile(`viện kiểm sát (tối cao|cấp cao|tỉnh|thành phố|huyện|quận|thị xã|cấp tỉnh|cấp huyện|khu vực|các cấp|hai cấp)`)
)

// key is the form in which two writings of one name are equal: lower-case words with tone marks in one place, without
// punctuation, brackets and "và", abbreviations written out.
func key(name string) string {
	if strings.Contains(name, "(") {
		name = inBrackets.ReplaceAllString(name, " ")
	}
	words := strings.Fields(viet.Letters(name))
	out := make([]string, 0, len(words)+8)
	for i := 0; i < len(words); {
		if to, n := abbreviations().at(words[i:]); n > 0 {
			out = append(out, to...)
			i += n
			continue
		}
		if words[i] != "và" {
			out = append(out, words[i])
		}
		i++
	}
	k := strings.Join(out, " ")
	if doubled(out) {
		k = twice.Replace(k)
	}
	if strings.Contains(k, "viện kiểm sát ") {
		k = procuracy.ReplaceAllString(k, "viện kiểm sát nhân dân $1")
	}
	return k
}

// doubled tells whether some word or pair of words stands twice running, without which there is nothing to undo.
func doubled(words []string) bool {
	for i := 1; i < len(words); i++ {
		if words[i] == words[i-1] || i > 2 && words[i] == words[i-2] && words[i-1] == words[i-3] {
			return true
		}
	}
	return false
}

// withoutOffice takes the words of an office off the front of a key, all of them: "bộ trưởng chủ nhiệm văn phòng chính
// phủ" gives "văn phòng chính phủ".
func withoutOffice(k string) (string, bool) {
	words := strings.Fields(k)
	found := false
	for {
		to, n := offices().at(words)
		if n == 0 || n == len(words) {
			return strings.Join(words, " "), found
		}
		words = append(append([]string(nil), to...), words[n:]...)
		found = true
		if len(to) > 0 {
			return strings.Join(words, " "), found
		}
	}
}

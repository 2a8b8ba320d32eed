package theme

import (
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/soichi/soichi/document"
)

// cueWords name a theme, a motto or a movement, in lower case. Each mention is kept. "tinh thần" names a motto only where
// the quotation follows at once.
var cueWords = []struct {
	word, kind string
}{
	{"chủ đề", document.ThemeSubject}, {"phương châm", document.ThemeMotto}, {"tinh thần", document.ThemeMotto},
	{"phong trào", document.ThemeMovement}, {"cuộc vận động", document.ThemeMovement}, {"đợt thi đua", document.ThemeMovement},
	{"cao điểm thi đua", document.ThemeMovement},
}

// spirit is the cue that counts only right before a quotation.
const spirit = "tinh thần"

// cue is a mention of a cue word in a paragraph.
type cue struct {
	start, end int
	kind       string
}

// cuesIn finds the cue words of a paragraph in lower case, in order.
func cuesIn(low string) []cue {
	var out []cue
	for _, w := range cueWords {
		for at := 0; ; {
			i := strings.Index(low[at:], w.word)
			if i < 0 {
				break
			}
			at += i + len(w.word)
			if w.word != spirit || strings.HasPrefix(strings.TrimLeft(low[at:], " :*"), "“") || strings.HasPrefix(strings.TrimLeft(low[at:], " :*"), "\"") {
				out = append(out, cue{at - len(w.word), at, w.kind})
			}
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].start < out[j].start })
	return slices.DeleteFunc(out, func(c cue) bool {
		return c.kind == document.ThemeMovement && ofTheme.MatchString(low[:c.start]) && toldBehind.MatchString(low[c.end:])
	})
}

var (
	// ofTheme and toldBehind match the words around a movement whose theme is told: "chủ đề của đợt thi đua này là: “…”".
	ofTheme    = regexp.MustCompile(`(?:chủ đề|phương châm)(?:\s+[^\s“"]+){0,4}?\s+của\s+$`)
	toldBehind = regexp.MustCompile(`^[^“",.;]{0,40}\slà\s*:?\s*["“]`)
)

// worth is a cheap look for a cue or a quotation, which most paragraphs lack.
func worth(s string) bool {
	for _, w := range []string{"“", "\"", "«", "‘", "hủ đề", "hương châm", "hong trào", "uộc vận động", "ợt thi đua", "iểm thi đua", "PHONG TRÀO", "CHỦ ĐỀ"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

package align

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// phrases are what texts of the properties are made of: words, numbers, quotes, and all that parts them.
var phrases = []string{
	"rà soát", "lập danh sách", "hộ nghèo,", "người cao tuổi;", "và", "tập huấn", "nhân viên thú y.", "cấp xã", "15", "(30%)", "“Sổ tay số”", "–",
	"khu vực nước sâu:", "cắm biển cảnh báo", "hoà giải", "báo cáo kết quả", "cơ sở dữ liệu", "xyz", "…",
}

// textOf draws a text of so many phrases at most.
func textOf(t *rapid.T, most int) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(phrases), 0, most).Draw(t, "text"), " ")
}

func TestToken(t *testing.T) {
	c := NewCorpus()
	for _, tt := range []struct {
		name, field                       string
		word, term, opens, closes, pieces bool // pieces: it ends one
	}{
		{"a word", "rừng", true, true, false, false, false},
		{"before a comma", "rừng,", true, true, false, true, true},
		{"before a colon", "sau:", true, true, false, true, true},
		{"in quotes", "“rừng”", true, true, true, true, false},
		{"in brackets, before a semicolon", "(rừng);", true, true, true, true, true},
		{"a word of no matter", "và", true, false, false, false, false},
		{"a number", "24/24", false, false, false, false, false},
		{"a number at the end", "2024.", false, false, false, false, true},
		{"a symbol", "CT05", false, false, false, false, false},
		{"a dash", "–", false, false, false, false, false},
		{"a comma by itself", ",", false, false, false, false, true},
	} {
		got := c.token(tt.field)
		if got.word != none != tt.word || got.term != none != tt.term || got.opens != tt.opens || got.closes != tt.closes || got.cuts != tt.pieces {
			t.Errorf("%s, %q: %+v", tt.name, tt.field, got)
		}
	}
}

func TestOneWordHoweverWritten(t *testing.T) {
	c := NewCorpus()
	for _, same := range [][]string{{"hoà", "Hòa", "HOÀ", "(hòa)"}, {"thuỷ", "thủy,", "THUỶ"}} {
		for _, field := range same[1:] {
			if a, b := c.token(same[0]).word, c.token(field).word; a != b {
				t.Errorf("%q and %q are two words", same[0], field)
			}
		}
	}
	if c.token("ma").word == c.token("mà").word {
		t.Error("a tone makes another word")
	}
}

// written gives the syllables of a text as they are compared, and a plus for each pair of them. Senses are left out.
func written(c *Corpus, text string) string {
	var out []string
	c.terms(text, func(term int32, _ uint8) {
		if c.isPair[term] {
			out = append(out, "+")
		}
		for word, n := range c.named {
			if n == term {
				out = append(out, word)
			}
		}
	})
	return strings.Join(out, " ")
}

func TestPairsKeepWithinPunctuation(t *testing.T) {
	for _, tt := range []struct {
		name, text, want string
	}{
		{"neighbours", "chủ rừng", "chủ rừng +"},
		{"three in a row", "chủ rừng nhỏ", "chủ rừng + nhỏ +"},
		{"a comma between", "chủ, rừng", "chủ rừng"},
		{"a bracket between", "chủ (rừng", "chủ rừng"},
		{"a number between", "chủ 12 rừng", "chủ rừng"},
		{"a word of no matter between", "chủ và rừng", "chủ rừng"},
		{"nothing but a number", "12/2024", ""},
	} {
		if got := written(NewCorpus(), tt.text); got != tt.want {
			t.Errorf("%s, %q: %q, want %q", tt.name, tt.text, got, tt.want)
		}
	}
}

func TestPiecesOfAText(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		pieces     int
		opens      []int // the pieces that begin a clause
	}{
		{"one", "chủ rừng nhỏ", 1, nil},
		{"after a comma", "chủ rừng, kiểm lâm", 2, nil},
		{"after a semicolon", "chủ rừng; kiểm lâm", 2, []int{1}},
		{"after a comma, with a deed", "chủ rừng, tập huấn kiểm lâm", 2, []int{1}},
		{"numbers alone are none", "12, 13; 14", 0, []int{2}},
		{"more than are told apart", strings.Repeat("15, ", 2*maxPieces) + "chủ rừng", maxPieces, nil},
	} {
		it := NewCorpus().Task(tt.text)
		var opens []int
		for p, is := range it.opens {
			if is && p > 0 {
				opens = append(opens, p)
			}
		}
		if it.pieces() != tt.pieces || !slices.Equal(opens, tt.opens) {
			t.Errorf("%s: %d pieces, clauses at %v", tt.name, it.pieces(), opens)
		}
	}
}

func TestPiecesRunOn(t *testing.T) {
	c := NewCorpus()
	rapid.Check(t, func(t *rapid.T) {
		last := uint8(0)
		c.terms(textOf(t, 60), func(term int32, piece uint8) {
			if !c.isSense[term] && piece < last || piece >= maxPieces || int(term) >= len(c.seen) {
				t.Fatalf("term %d of %d stands in piece %d after piece %d", term, len(c.seen), piece, last)
			}
			if !c.isSense[term] {
				last = piece
			}
		})
	})
}

func TestTermsOfAnItemStandOnce(t *testing.T) {
	c := NewCorpus()
	rapid.Check(t, func(t *rapid.T) {
		it := c.Task(textOf(t, 30))
		seen := map[int32]bool{}
		for _, term := range it.terms {
			if seen[term] {
				t.Fatalf("term %d stands twice", term)
			}
			seen[term] = true
		}
		for _, list := range [][]int32{it.deeds, it.head} {
			for _, term := range list {
				if !seen[term] {
					t.Fatalf("term %d is none of the item's", term)
				}
			}
		}
		if len(it.piece) != len(it.terms) || len(it.deeds) > firstDeeds || len(it.head) > headPairs {
			t.Fatalf("%d terms, %d pieces, %d deeds, %d pairs in the head", len(it.terms), len(it.piece), len(it.deeds), len(it.head))
		}
	})
}

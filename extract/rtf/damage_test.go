package rtf

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/extract/readtest"
)

// TestDestinations covers what a paper's file holds beside its text, and the texts that stand where nobody looks for them.
func TestDestinations(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"a running head in a table", `{\header\trowd\cellx1\cellx2\pard\intbl UBND\cell x\cell\row}a\par`, "a\n"},
		{"running heads and feet", `{\header Mật}{\footerf 2}{\headerr x\par}a\par`, "a\n"},
		{"a comment", `a{\*\atnid LMA}{\*\atnauthor L\u234? Minh An}{\*\annotation{\*\atnref 1}xem l\u7841?i\par}b\par`, "ab\n"},
		{"a bookmark", `a{\*\bkmkstart _Toc1}b{\*\bkmkend _Toc1}c\par`, "abc\n"},
		{"an index entry and one of a table of contents", `a{\xe {\v x}}{\tc y}b\par`, "ab\n"},
		{"a picture in its new and its old form", `a{\*\shppict{\pict\pngblip 8950}}{\nonshppict{\pict 0102}}b\par`, "ab\n"},
		{"an object and what it shows", `a{\object\objemb{\*\objdata 0105}{\result{\pict 01}}}b\par`, "ab\n"},
		{"a box inside something left out", `a{\header{\shp{\*\shpinst{\shptxt x\par}}}}b\par`, "ab\n"},
		{"a note inside something left out", `a{\footer{\footnote x}}b\par`, "ab\n"},
		{"text twice, for readers old and new", `a{\upr{b}{\*\ud{b}}}c\par`, "abc\n"},
		{"a link in a field in a field", `{\field{\*\fldinst{HYPERLINK "a"}}{\fldrslt{\field{\*\fldinst PAGE}{\fldrslt 7}}}}\par`, "7\n"},
		{"a field whose result is empty", `a{\field{\*\fldinst FORMTEXT}{\fldrslt }}b\par`, "ab\n"},
		{"a list number of an old file", `{\pntext\f0 a)\tab}{\*\pn\pnlvlbody\pndec{\pntxta .}}Rà soát\par`, "a) Rà soát\n"},
		{"a tab behind a list number is no tab", `{\listtext\tab -\tab}a\tab b\par`, " - a\tb\n"[1:]},
		{"properties of a title", `{\info{\title a{\b b}}{\subject c}{\operator d}}e\par`, "e\n"},
	} {
		t.Run(c.name, func(t *testing.T) { want(t, file(escapeLetters(c.body)), c.want) })
	}
}

// TestRevisions covers a draft in which changes are still marked: what was struck out is not the paper's.
func TestRevisions(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"a day replaced", `trước ngày {\deleted\revauthdel1 15/3}{\revised\revauth1 20/3}\par`, "trước ngày 20/3\n"},
		{"a struck out paragraph mark", `a{\deleted b\par}c\par`, "ac\n"},
		{"struck out in the middle of a word", `hoàn th{\deleted iện}ành\par`, "hoàn thành\n"},
		{"a hidden note mark", `a{\v\chftn}b\par`, "ab\n"},
	} {
		t.Run(c.name, func(t *testing.T) { want(t, file(escapeLetters(c.body)), c.want) })
	}
}

// TestCharacterSets covers the ways in which files name the bytes of their letters.
func TestCharacterSets(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"the file's code page", `{\rtf1\ansi\ansicpg1258{\fonttbl{\f0 Arial;}}Vi\'ea\'f2n\par}`, "Viện\n"},
		{"the font's set goes before it", `{\rtf1\ansi\ansicpg1258{\fonttbl{\f0\fcharset204 Arial;}}\'cf\par}`, "П\n"},
		{"a set that says nothing", `{\rtf1\ansi\ansicpg1258{\fonttbl{\f0\fcharset1 Arial;}}Vi\'ea\'f2n\par}`, "Viện\n"},
		{"UTF-8, against all rules", `{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}Viện\par}`, "Viện\n"},
		{"a font that the table does not name", `{\rtf1\ansi{\fonttbl{\f0 Arial;}}\f9 caf\'e9\par}`, "café\n"},
		{"no font table", `{\rtf1\ansi caf\'e9\par}`, "café\n"},
		{"a font table without groups", `{\rtf1\ansi{\fonttbl\f0\fnil Arial;\f1\fnil .VnTime;}\f1 Vi\'d6n\par}`, "Viện\n"},
		{"a font name in several pieces", `{\rtf1\ansi{\fonttbl{\f1\fnil .Vn{\*\x y}Time;}}\f1 Vi\'d6n\par}`, "Viện\n"},
		{"capitals by their font", `{\rtf1\ansi{\fonttbl{\f1\fnil .VnTimeH;}}\f1 s\'be\'63 l\'d6nh\par}`, "SẮC LỆNH\n"},
	} {
		t.Run(c.name, func(t *testing.T) { want(t, []byte(c.data), c.want) })
	}
}

// TestTablesInDisorder covers tables as other programs than Word write them, and files that were cut by hand.
func TestTablesInDisorder(t *testing.T) {
	head := `\trowd\cellx1\cellx2\pard\intbl TT\cell b\cell\row`
	for _, c := range []struct {
		name, body string
		want       [][]string
	}{
		{"the definition behind the cells", `\pard\intbl TT\cell b\cell\trowd\cellx1\cellx2\row\pard\intbl 1\cell c\cell\trowd\cellx1\cellx2\row\pard\par`, [][]string{{"TT", "b"}, {"1", "c"}}},
		{"cells that are not said to be in a table", `\trowd\cellx1\cellx2\pard TT\cell b\cell\row\trowd\cellx1\cellx2\pard 1\cell c\cell\row\pard\par`, [][]string{{"TT", "b"}, {"1", "c"}}},
		{"the last row never ends", head + `\trowd\cellx1\cellx2\pard\intbl 1\cell c\cell\pard\par`, [][]string{{"TT", "b"}, {"1", "c"}}},
		{"a row without cells", head + `\trowd\row\trowd\cellx1\cellx2\pard\intbl 1\cell c\cell\row\pard\par`, [][]string{{"TT", "b"}, {"1", "c"}}},
		{"merged to the left of nothing", `\trowd\clmrg\cellx1\cellx2\pard\intbl TT\cell b\cell\row\trowd\cellx1\cellx2\pard\intbl 1\cell c\cell\row\pard\par`, [][]string{{"TT", "b"}, {"1", "c"}}},
		{"a table in a table that ends with the file", head + `\trowd\cellx1\cellx2\pard\intbl 1\cell\pard\intbl\itap2 c\nestcell`, [][]string{{"TT", "b"}, {"1"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			readtest.Table(t, Reader{}, file(c.body), c.want)
		})
	}
}

// TestHostile covers numbers and nesting that no program writes.
func TestHostile(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"a table in the depth of many", `\pard\intbl\itap2000000000 a\nestcell{\*\nesttableprops\trowd\cellx1\nestrow}\pard\par`, "a\n"},
		{"a depth below nothing", `\pard\itap-5 a\par`, "a\n"},
		{"a number with too many digits", `\b123456789012345 a\b0 b\par`, "ab\n"},
		{"a character that does not exist", `\u-10240?a\par`, "a\n"},
		{"half a character alone", `\u-8704?a\par`, "\ufffda\n"},
		{"more stand-ins than there are bytes", `\uc9\u7879 ab\par`, "ệ\n"},
		{"a count of stand-ins below nothing", `\uc-3\u7879 n\par`, "ện\n"},
		{"a block of bytes longer than the file", `a\par\bin999999999 b`, ""},
		{"a block of a negative length", `a\bin-5 b\par`, "ab\n"},
		{"a very long word", `\` + strings.Repeat("a", 5000) + ` b\par`, "b\n"},
		{"many cells in a row", `\trowd` + strings.Repeat(`\cellx1`, 3000) + `\pard\intbl a\cell\row\pard b\par`, "a\nb\n"},
		{"zero bytes between letters", "a\x00b\\par", "ab\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.want == "" {
				if _, err := (Reader{}).Read(t.Context(), read.Source{Data: file(c.body)}, read.Limits{}); read.ReasonOf(err) != read.Truncated {
					t.Errorf("got %v", err)
				}
				return
			}
			want(t, file(c.body), c.want)
		})
	}
}

// TestCutOff holds that a paper that was cut anywhere is named as cut off: nobody can know what is missing.
func TestCutOff(t *testing.T) {
	whole := file(`{\b K\u7871? ho\u7841?ch}\par\trowd\cellx1\pard\intbl a\cell\row\pard x{\footnote n}{\field{\*\fldinst X}{\fldrslt y}}\par`)
	for n := 1; n < len(whole); n++ {
		_, err := Reader{}.Read(t.Context(), read.Source{Data: whole[:n]}, read.Limits{})
		if read.ReasonOf(err) != read.Truncated {
			t.Fatalf("%q: %v", whole[:n], err)
		}
	}
	if _, err := (Reader{}).Read(t.Context(), read.Source{Data: whole}, read.Limits{}); err != nil {
		t.Errorf("the whole file: %v", err)
	}
}

// TestGivesUp holds that a long file is left when its reading is given up.
func TestGivesUp(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := Reader{}.Read(ctx, read.Source{Data: file(strings.Repeat(`a\par `, 20000))}, read.Limits{})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

package register

import (
	"strings"
	"testing"
)

func TestWrittenOut(t *testing.T) {
	for _, c := range []struct {
		in, full string
		n        int
	}{
		{"ubnd tỉnh", "ủy ban nhân dân", 1},
		{"hdnd huyện", "hội đồng nhân dân", 1},
		{"kh cn", "khoa học công nghệ", 2},
		{"vks quân sự", "viện kiểm sát quân sự", 3},
		{"hđ", "hội đồng", 1},
		{"pccc tại chợ", "phòng cháy chữa cháy", 1},
		{"cds ở xã", "chuyển đổi số", 1},
		{"thtk clp năm", "thực hành tiết kiệm chống lãng phí", 2},
		{"thtk năm", "thực hành tiết kiệm", 1},
		{"hd", "", 0}, // hướng dẫn as well
		{"ủy ban", "", 0},
		{"", "", 0},
	} {
		full, n := WrittenOut(strings.Fields(c.in))
		if got := strings.Join(full, " "); got != c.full || n != c.n {
			t.Errorf("%q: %q for %d words, want %q for %d", c.in, got, n, c.full, c.n)
		}
	}
}

func TestAbbreviated(t *testing.T) {
	for _, c := range []struct {
		in, short string
		n         int
	}{
		{"ủy ban nhân dân tỉnh", "ubnd", 4},
		{"uy ban nhan dan", "ubnd", 4},
		{"thi đua khen thưởng", "tđkt", 4},
		{"bảo hiểm y tế", "bhyt", 4},
		{"kinh te xa hoi", "ktxh", 4},
		{"xây dựng nông thôn mới", "xdntm", 5},
		{"ủy ban", "", 0},
		{"", "", 0},
	} {
		short, n := Abbreviated(strings.Fields(c.in))
		if got := strings.Join(short, " "); got != c.short || n != c.n {
			t.Errorf("%q: %q for %d words, want %q for %d", c.in, got, n, c.short, c.n)
		}
	}
}

// Every abbreviation of the table comes back to words that it was made from.
func TestAbbreviationsGoBothWays(t *testing.T) {
	for _, row := range searchedRows() {
		full, n := WrittenOut(strings.Fields(row[0]))
		if strings.Join(full, " ") != row[1] || n != len(strings.Fields(row[0])) {
			t.Errorf("%q is written out as %q", row[0], full)
		}
		if len(full) < 2 {
			continue
		}
		short, n := Abbreviated(full)
		if again, _ := WrittenOut(short); n != len(full) || strings.Join(again, " ") != row[1] {
			t.Errorf("%q is abbreviated %q, which means %q", row[1], short, again)
		}
	}
}

// A term has one meaning, is no row of the table of names, and changes no name of a body.
func TestTermsAreOnlySearched(t *testing.T) {
	names, seen := map[string]bool{}, map[string]bool{}
	for _, row := range rows(wordTable) {
		names[row[0]] = true
	}
	for _, row := range rows(termTable) {
		if len(row) != 2 || names[row[0]] || seen[row[0]] {
			t.Errorf("%q: a row too many or of another shape", row)
		}
		seen[row[0]] = true
		if strings.ToLower(row[0]) != row[0] || strings.ToLower(row[1]) != row[1] {
			t.Errorf("%q is not in lower case", row)
		}
		if got := key("Ban " + row[0]); got != "ban "+row[0] {
			t.Errorf("a name with %q is read as %q", row[0], got)
		}
	}
}

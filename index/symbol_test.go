package index

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/index/vi"
)

func TestKindAt(t *testing.T) {
	for _, tt := range []struct {
		typed, kind string
		words       int
	}{
		{"chỉ thị 19", "chi_thi", 2},
		{"chi thi 19", "chi_thi", 2},
		{"thông tư liên tịch 04", "thong_tu_lien_tich", 4},
		{"thông tư 04", "thong_tu", 2},
		{"luật đất đai", "luat", 1},
		{"chỉ 19", "", 0},
		{"19 chỉ thị", "", 0},
		{"", "", 0},
	} {
		t.Run(tt.typed, func(t *testing.T) {
			kind, n := kindAt((&vi.Tokenizer{}).Tokens(nil, tt.typed))
			if kind != tt.kind || n != tt.words {
				t.Errorf("%q of %d words, want %q of %d", kind, n, tt.kind, tt.words)
			}
		})
	}
}

// However a number is typed, the documents that bear it come before all that speak of it.
func TestNumbersAsPeopleTypeThem(t *testing.T) {
	x := openWorld(t, append(world(),
		Doc{ID: "tinh", Symbol: "45-KH/TU", Kind: "ke_hoach", Issuer: "Tỉnh ủy Phú Thọ", IssuedOn: "2022-02-02", Title: "Chuyển đổi số", Body: "Chuyển đổi số."},
		Doc{ID: "khac", Symbol: "45-KH/TU", Kind: "ke_hoach", Issuer: "Tỉnh ủy Lạng Sơn", IssuedOn: "2022-03-03", Title: "Phòng dịch", Body: "Phòng dịch."},
		Doc{ID: "nam", Symbol: "7/2021/TT-BYT", Kind: "thong_tu", Issuer: "Bộ Y tế", IssuedOn: "2021-06-06", Title: "Khám bệnh", Body: "Khám bệnh."}))
	for _, tt := range []struct{ name, typed, first string }{
		{"as it is printed", "02/CT-VKSTC", "ct02"},
		{"with blanks", "02 / CT - VKSTC", "ct02"},
		{"without the zero, in small letters", "2/ct-vkstc", "ct02"},
		{"run together", "02ctvkstc", "ct02"},
		{"letters run together", "02 ctvkstc", "ct02"},
		{"in pieces", "ct 02 vkstc", "ct02"},
		{"spoken", "chỉ thị số 02 của viện kiểm sát", "ct02"},
		{"spoken without marks, with the year", "chi thi 19 nam 2017", "ct19old"},
		{"the other one of that number", "chi thi 19 nam 2021 thu tuong", "ct19"},
		{"with a year that it does not bear", "19/2017/CT-TTg", "ct19old"},
		{"with the year that it bears", "07/2021/TT-BYT", "nam"},
		{"Đ typed as D", "109-NQ/BCSD", "bcsd"},
		{"with the name of the body", "45 KH TU Lạng Sơn", "khac"},
		{"with the name of the other one", "45 KH TU Phú Thọ", "tinh"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := ids(search(t, x, tt.typed, Filters{})); got != tt.first && !strings.HasPrefix(got, tt.first+" ") {
				t.Errorf("%q finds %q, want %s first", tt.typed, got, tt.first)
			}
		})
	}
}

func TestSymbolTerms(t *testing.T) {
	for _, tt := range []struct {
		symbol string
		want   []string
	}{
		{"02/CT-VKSTC", []string{"2", "2ctvkstc", "ct", "ctvkstc", "vkstc"}},
		{"19/2021/TT-BYT", []string{"19", "192021ttbyt", "2021", "byt", "tt", "ttbyt"}},
		{"77-B", []string{"77", "77b", "b"}},
		{"3", []string{"3"}},
		{"", nil},
		{" / - ", nil},
	} {
		t.Run(tt.symbol, func(t *testing.T) {
			if got := symbolTerms(tt.symbol); !slices.Equal(got, tt.want) {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// A symbol is one however it is written, and the terms by which it is found are in order and each there once.
func TestAKeyIsOfAllWritings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.IntRange(1, 9999).Draw(t, "number")
		code := rapid.SampledFrom([]string{"CT-TTg", "KH-UBND", "NQ/BCSĐ", "TTLT-BQP-BTC"}).Draw(t, "code")
		plain := strings.ToUpper(strings.TrimLeft(string(rune('0'+number%10)), "0") + "1/" + code)
		written := plain
		if rapid.Bool().Draw(t, "zero") {
			written = "0" + written
		}
		if rapid.Bool().Draw(t, "blanks") {
			written = strings.NewReplacer("/", " / ", "-", " - ").Replace(written)
		}
		if rapid.Bool().Draw(t, "dash") {
			written = strings.ReplaceAll(written, "-", "–")
		}
		if rapid.Bool().Draw(t, "small") {
			written = strings.ToLower(written)
		}
		if key(written) != key(plain) || key(plain) == "" {
			t.Fatalf("%q is %q, %q is %q", written, key(written), plain, key(plain))
		}
		terms := symbolTerms(written)
		if !slices.Equal(terms, symbolTerms(plain)) || !slices.IsSorted(terms) || len(slices.Compact(slices.Clone(terms))) != len(terms) {
			t.Fatalf("%q is found by %q", written, terms)
		}
	})
}

func TestIsYear(t *testing.T) {
	for s, want := range map[string]bool{"2024": true, "1999": true, "1899": false, "20245": false, "202": false, "": false} {
		if isYear(s) != want {
			t.Errorf("%q: want %v", s, want)
		}
	}
}

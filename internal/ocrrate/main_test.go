package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestCompareRates(t *testing.T) {
	long := strings.Repeat("kênh mương ", 200)
	cases := []struct {
		name, want, got string
		rate            float64
	}{
		{"the same", "kênh", "kênh", 0},
		{"signs and blanks aside", "Số: 07/CT-UBND", "Số 07 CT UBND.", 0},
		{"a mark lost", "tổ chức", "tô chức", 100.0 / 6},
		{"a letter more", "kênh", "kênhh", 25},
		{"nothing read", "kênh", "", 100},
		{"nothing to read", "", "", 0},
		{"a long text", long, strings.Replace(long, "mương", "muong", 9), 100 * 18.0 / 1800},
		{"composed and not", "tổ", "tổ", 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var r report
			r.compare(c.want, c.got, "")
			if got := share(r.wrong, r.letters); got < c.rate-1e-9 || got > c.rate+1e-9 {
				t.Errorf("got %v, want %v", got, c.rate)
			}
		})
	}
}

const typedPaper = `ỦY BAN NHÂN DÂN
TỈNH LAM GIANG
Số: 07/CT-UBND
Lam Giang, ngày 5 tháng 3 năm 2024
CHỈ THỊ
Về việc nạo vét kênh mương trong mùa mưa
1. Sở Nông nghiệp kiểm tra các cống dọc bờ sông Lam trước ngày 15 tháng 4
2. Các huyện tổ chức nạo vét, báo cáo kết quả về Ủy ban nhân dân tỉnh
Nơi nhận:
- Như trên;
CHỦ TỊCH`

// Each fault put into a reading is found in its class, and in the body where it stands there.
func TestClasses(t *testing.T) {
	swap := func(from, to string) string { return strings.Replace(typedPaper, from, to, 1) }
	line := "1. Sở Nông nghiệp kiểm tra các cống dọc bờ sông Lam trước ngày 15 tháng 4\n"
	cases := []struct {
		name, got, second string
		class             class
		wrong             int
		body              bool
	}{
		{"a mark", swap("tổ chức", "tô chức"), "", marks, 1, true},
		{"a figure", swap("ngày 15", "ngày 18"), "", figure, 1, true},
		{"a capital", swap("Về việc", "Về Việc"), "", capital, 1, true},
		{"letters", swap("nạo vét, báo", "nạo vải, báo"), "", letter, 2, true},
		{"a spelling", swap("Ủy ban", "Uỷ ban"), "", spelling, 2, true},
		{"a word lost", swap("dọc bờ", "bờ"), "", lost, 3, true},
		{"a stamp", swap("CHỈ THỊ", "CÔNG VĂN ĐẾN CHỈ THỊ"), "", added, 10, false},
		{"other words on the paper, which plain Tesseract reads too", swap("kết quả", "tình hình"), swap("kết quả", "tình hình"), both, 8, true},
		{"the same reading, badly spelt", swap("kết quả", "kêt quả"), swap("kết quả", "kêt quả"), marks, 1, true},
		{"a letterhead", swap("TỈNH", "TINH"), "", marks, 1, false},
		{"a recipient", swap("Như trên", "Nhu trên"), "", marks, 1, false},
		{"a line in another place", strings.Replace(swap(line, ""), "CHỦ TỊCH", line+"CHỦ TỊCH", 1), "", moved, 56, true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var r report
			r.compare(typedPaper, c.got, c.second)
			if len(r.differences) == 0 {
				t.Fatal("no difference")
			}
			for _, d := range r.differences {
				if d.class != c.class {
					t.Errorf("%q for %q is %s, want %s", d.got, d.want, d.class, c.class)
				}
			}
			if d := r.differences[0]; d.wrong != c.wrong || (r.body > 0) != c.body {
				t.Errorf("%d letters wrong, %d of the body, want %d, %v", d.wrong, r.body, c.wrong, c.body)
			}
		})
	}
}

func TestBodyOf(t *testing.T) {
	cases := []struct{ name, typed, body string }{
		{"a directive", typedPaper, "CHỈ THỊ … dân tỉnh"},
		{"no letterhead", "Điều 1. Kênh mương\nNơi nhận:\n- VT", "Điều 1 Kênh mương"},
		{"no recipients", "Lam Giang, ngày 5 tháng 3 năm 2024\nCHỈ THỊ\nĐiều 1", "CHỈ THỊ Điều 1"},
		{"a date in the text is none of the letterhead", strings.Repeat("x\n", headLines) + "ngày 5 tháng 3 năm 2024", strings.TrimSpace(strings.Repeat("x ", headLines)) + " ngày 5 tháng 3 năm 2024"},
		{"nothing", "", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			from, to := bodyOf(c.typed)
			got := strings.Join(words(c.typed)[from:to], " ")
			head, tail, cut := strings.Cut(c.body, "…")
			if !cut && got != c.body || !strings.HasPrefix(got, strings.TrimSpace(head)) || !strings.HasSuffix(got, strings.TrimSpace(tail)) {
				t.Errorf("got %q, want %q", got, c.body)
			}
		})
	}
}

// The hunks of two lists turn the one into the other, and the same list has none.
func TestDiffProperties(t *testing.T) {
	word := rapid.SampledFrom(strings.Fields("kênh mương cống đập sông 1 2"))
	rapid.Check(t, func(t *rapid.T) {
		want, got := rapid.SliceOfN(word, 0, 60).Draw(t, "want"), rapid.SliceOfN(word, 0, 60).Draw(t, "got")
		var made []string
		at := 0
		for _, h := range diff(want, got) {
			if h.at < at {
				t.Fatalf("the hunk at %d comes after %d", h.at, at)
			}
			made = append(append(made, want[at:h.at]...), h.got...)
			at = h.at + len(h.want)
		}
		made = append(made, want[at:]...)
		if strings.Join(made, " ") != strings.Join(got, " ") {
			t.Errorf("the hunks make %q, want %q", made, got)
		}
		if again := diff(want, want); len(again) > 0 {
			t.Errorf("a list differs from itself: %v", again)
		}
	})
}

// The distance is no greater than the longer row, the same both ways, and nothing for the same letters alone.
func TestDistanceProperties(t *testing.T) {
	row := rapid.SliceOfN(rapid.SampledFrom([]rune("aăâ1")), 0, 30)
	rapid.Check(t, func(t *rapid.T) {
		a, b := row.Draw(t, "a"), row.Draw(t, "b")
		d := distance(a, b)
		if d != distance(b, a) || d > max(len(a), len(b)) || d < max(len(a), len(b))-min(len(a), len(b)) || (d == 0) != (string(a) == string(b)) {
			t.Errorf("%q and %q are %d apart", string(a), string(b), d)
		}
	})
}

func TestPrint(t *testing.T) {
	r := report{name: "scan.pdf", pages: 2, theirs: 4 * time.Second, ours: 3 * time.Second}
	r.compare(typedPaper, strings.Replace(typedPaper, "tổ chức", "tô chức", 1), "")
	var b strings.Builder
	printRates(&b, []report{r})
	printClasses(&b, []report{r})
	printWords(&b, []report{r})
	for _, want := range []string{"| scan.pdf | 2 | 100.00 % | 2.0 | 0.44 % |", "| marks |", "marks\t1\t", "\ttổ\ttô\n"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in:\n%s", want, b.String())
		}
	}
}

func TestMeasureNamesTheFile(t *testing.T) {
	dir := t.TempDir()
	typed, scan := filepath.Join(dir, "typed.txt"), filepath.Join(dir, "scan.pdf")
	if err := os.WriteFile(typed, []byte(typedPaper), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(scan, []byte("no PDF"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ scan, typed, named string }{
		{scan, filepath.Join(dir, "none.txt"), "none.txt"}, {filepath.Join(dir, "none.pdf"), typed, "none.pdf"}, {scan, typed, "scan.pdf"},
	} {
		if _, err := measure(context.Background(), c.scan, c.typed); err == nil || !strings.Contains(err.Error(), c.named) {
			t.Errorf("got %v, want an error that names %s", err, c.named)
		}
	}
}

package coverage

import (
	"slices"
	"sync"
	"testing"

	"github.com/soichi/soichi/document"
	"pgregory.net/rapid"
)

func TestEachIndexIsDoneOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 50).Draw(t, "n")
		var lock sync.Mutex
		times := make([]int, n)
		onAllCores(n, func() func(int) {
			return func(i int) {
				lock.Lock()
				defer lock.Unlock()
				times[i]++
			}
		})
		for i, k := range times {
			if k != 1 {
				t.Fatalf("%d of %d was done %d times", i, n, k)
			}
		}
	})
}

func TestOfPassagesThatOverlapTheBetterStays(t *testing.T) {
	piece := func(doc string, start, end int, score float64) Evidence {
		return Evidence{Document: doc, Role: Planned, Span: document.Span{Start: start, End: end}, Score: score}
	}
	for _, tt := range []struct {
		name   string
		pieces []Evidence
		want   int
	}{
		{"apart", []Evidence{piece("p", 0, 9, 0.9), piece("p", 9, 20, 0.5)}, 2},
		{"the worse comes later", []Evidence{piece("p", 0, 9, 0.9), piece("p", 5, 20, 0.5)}, 1},
		{"the same again", []Evidence{piece("p", 0, 9, 0.9), piece("p", 0, 9, 0.9)}, 1},
		{"of two papers", []Evidence{piece("p", 0, 9, 0.9), piece("q", 0, 9, 0.5)}, 2},
	} {
		d := newPaper("d", "chi_thi", pm, "2024-01-01", "Về phòng cháy").task("Lập bản đồ", "", "Bộ Y tế")
		f := newFinder(Input{Directive: d.Document, Bodies: register{}}, newRoster(d.Document, register{}))
		for _, e := range tt.pieces {
			f.keep(0, 0, e)
		}
		if got := f.evidence[[2]int{0, 0}]; len(got) != tt.want || got[0].Score != 0.9 {
			t.Errorf("%s: %+v", tt.name, got)
		}
	}
}

func TestWhatOfTheIssuerAccounts(t *testing.T) {
	for kind, want := range map[string]bool{"bao_cao": true, "tin_bai": true, "ke_hoach": true, "chuong_trinh": true, "cong_dien": false, "chi_thi": false} {
		if got := accounts(newPaper("a", kind, pm, "", "").Document); got != want {
			t.Errorf("%s: %t", kind, got)
		}
	}
	if accounts(&document.Document{}) {
		t.Error("a paper of no known kind accounts for nothing")
	}
}

func TestMeansTheDirective(t *testing.T) {
	d := newPaper("d", "chi_thi", pm, "2024-03-15", "Về phòng cháy")
	d.Symbol = &document.Field{Value: "15/CT-TTg"}
	f := newFinder(Input{Directive: d.Document, Bodies: register{}}, newRoster(d.Document, register{}))
	for _, tt := range []struct {
		name, symbol, on string
		want             bool
	}{
		{"by number and day", "15/CT-TTg", "2024-03-15", true}, {"by number", "15/CT-TTg", "", true}, {"in small letters", "15/ct-ttg", "", true},
		{"by number and year", "15/CT-TTg", "2024", true}, {"of another year", "15/CT-TTg", "2023", false}, {"another number", "16/CT-TTg", "2024-03-15", false}, {"without a number", "", "2024-03-15", false},
	} {
		c := document.Citation{Symbol: document.NullString(tt.symbol), IssuedOn: document.NullString(tt.on)}
		if got := f.means(c); got != tt.want {
			t.Errorf("%s: %t", tt.name, got)
		}
	}
}

func TestAroundIsTheSentence(t *testing.T) {
	const said = "Thực hiện nhiệm vụ tại mục 2 Chỉ thị của cấp trên giao cho xã."
	p := newPaper("p", "ke_hoach", gialai, "2024-04-01", "Kế hoạch").says("Tổ chức họp các thôn để phổ biến nội dung. "+said).
		cites("mục 2 Chỉ thị", "chi_thi", "", "", "")
	ruler, span := document.NewRuler(p.Text), p.Citations[0].Span
	if got := around(p.Document, ruler, span); got.Exact != said {
		t.Errorf("%q, want %q", got.Exact, said)
	}
	if p.Paragraphs = nil; around(p.Document, ruler, span) != span {
		t.Error("what stands in no paragraph is quoted alone")
	}
}

// Units are sorted, those that are expected first, and each stands there once.
func TestUnitsAreSortedAndUnique(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, answers := chainOf(t)
		units := compute(d, "2024-12-31", answers...).Units
		for i := 1; i < len(units); i++ {
			a, b := units[i-1], units[i]
			if !a.Expected && b.Expected || a.Expected == b.Expected && a.Name >= b.Name {
				t.Fatalf("%+v stands before %+v", a, b)
			}
		}
	})
}

func TestPersons(t *testing.T) {
	for lead, want := range map[string]bool{
		"Mỗi cán bộ, đảng viên": true, "Tất cả người dân": true, "Công chức tiếp dân": true, "Mỗi VKSND cấp tỉnh": false, "Mỗi Sở": false, "Bộ Y tế": false, "Từng huyện ủy": false,
	} {
		if got := isPersons(lead); got != want {
			t.Errorf("%s: %t", lead, got)
		}
	}
}

func TestPeersAreExpectedUnits(t *testing.T) {
	d := newPaper("d", "chi_thi", pm, "2024-01-01", "Về phòng cháy").task("Lập bản đồ", "", "Bộ Y tế", "Bộ Công an")
	r := newRoster(d.Document, register{})
	r.unit("Bộ Tài chính", false, "có văn bản")
	for phrase, want := range map[string][]int{"Bộ Y tế": {0}, "các bộ": {0, 1}, "Bộ Tài chính": nil, "Hội thi": nil} {
		if got := r.peers(phrase); !slices.Equal(got, want) || !slices.Equal(r.peers(phrase), want) {
			t.Errorf("%s: %v, want %v", phrase, got, want)
		}
	}
}

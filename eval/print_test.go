package eval

import (
	"bytes"
	"errors"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestPrintCalibration(t *testing.T) {
	var out bytes.Buffer
	all := []Suggestion{{0.95, true}, {0.97, true}, {0.93, false}, {0.55, true}, {0.53, false}, {1, true}}
	if err := PrintCalibration(&out, Calibration(all)); err != nil {
		t.Fatal(err)
	}
	want := `score       given   mean  right
0.5 to 0.6      2  0.540  0.500
0.9 to 1.0      4  0.963  0.750
distance, weighed: 0.155
`
	if out.String() != want {
		t.Errorf("%s\nwant\n%s", out.String(), want)
	}
}

// The bins hold every suggestion once, in order; their means lie in them, and the distance is that of the shares.
func TestBinsHoldEverything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all []Suggestion
		right := 0
		for range rapid.IntRange(0, 60).Draw(t, "suggestions") {
			s := Suggestion{rapid.Float64Range(0, 1).Draw(t, "score"), rapid.Bool().Draw(t, "right")}
			if s.Right {
				right++
			}
			all = append(all, s)
		}
		given, shares, last := 0, 0.0, -1.0
		for _, b := range Calibration(all) {
			if b.From <= last || b.Given == 0 || b.Mean < b.From-1e-9 || b.Mean > b.From+0.1+1e-9 || b.Right < 0 || b.Right > 1 {
				t.Fatalf("a bin of %+v after %g", b, last)
			}
			last = b.From
			given += b.Given
			shares += b.Right * float64(b.Given)
		}
		if given != len(all) || math.Abs(shares-float64(right)) > 1e-6 {
			t.Fatalf("%d suggestions with %.2f right, want %d with %d", given, shares, len(all), right)
		}
		if e := CalibrationError(Calibration(all)); e < 0 || e > 1 {
			t.Fatalf("a distance of %g", e)
		}
	})
}

func TestSureAndRightIsNoDistance(t *testing.T) {
	for _, tt := range []struct {
		name string
		all  []Suggestion
		want float64
	}{
		{"nothing suggested", nil, 0},
		{"sure and right", []Suggestion{{1, true}, {1, true}}, 0},
		{"sure and wrong", []Suggestion{{1, false}}, 1},
		{"half sure, half right", []Suggestion{{0.5, true}, {0.5, false}}, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := CalibrationError(Calibration(tt.all)); math.Abs(got-tt.want) > 1e-9 {
				t.Errorf("%g, want %g", got, tt.want)
			}
		})
	}
}

// symbolScores is a score of one field with a difference of each sort.
func symbolScores() *Scores {
	s := NewScores(Exact)
	s.Fields["symbol"] = &Count{Right: 3, Wrong: 1, Missed: 1}
	s.Differences = []Difference{
		{File: "a.json", Field: "symbol", Want: "2/CT-A", Got: "3/CT-A"},
		{File: "b.json", Field: "symbol", Got: strings.Repeat("dài ", 100)},
	}
	return s
}

func TestPrintDifferences(t *testing.T) {
	var out bytes.Buffer
	if err := PrintDifferences(&out, symbolScores()); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != 2 || lines[0] != `a.json: symbol: want "2/CT-A", got "3/CT-A"` || !strings.HasPrefix(lines[1], `b.json: symbol: want "", got "dài dài`) || len([]rune(lines[1])) > 160 {
		t.Errorf("%q", lines)
	}
}

func TestRows(t *testing.T) {
	want := Row{Field: "symbol", Right: 3, Wrong: 1, Missed: 1, Precision: 0.75, Recall: 0.75, F1: 0.75}
	if got := symbolScores().Rows(); len(got) != 1 || got[0] != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if got := NewScores(Exact).Rows(); got == nil || len(got) != 0 {
		t.Errorf("nothing scored gives %v, want an empty list for JSON", got)
	}
}

// brokenPipe takes so many bytes and no more.
type brokenPipe struct{ left int }

var errPipe = errors.New("broken pipe")

func (b *brokenPipe) Write(p []byte) (int, error) {
	if b.left -= len(p); b.left < 0 {
		return 0, errPipe
	}
	return len(p), nil
}

func TestPrintersTellOfACutTable(t *testing.T) {
	kinds := map[string]*Scores{"chi_thi": symbolScores()}
	bins := Calibration([]Suggestion{{0.5, true}, {0.9, false}})
	rules := Rules([]Judged{{Field: "symbol", Method: "letterhead", Suggestion: Suggestion{0.9, true}}})
	for name, print := range map[string]func(w *brokenPipe) error{
		"fields":      func(w *brokenPipe) error { return Print(w, []*Scores{symbolScores()}) },
		"kinds":       func(w *brokenPipe) error { return PrintKinds(w, kinds) },
		"classes":     func(w *brokenPipe) error { return PrintClasses(w, symbolScores()) },
		"differences": func(w *brokenPipe) error { return PrintDifferences(w, symbolScores()) },
		"calibration": func(w *brokenPipe) error { return PrintCalibration(w, bins) },
		"rules":       func(w *brokenPipe) error { return PrintRules(w, rules) },
	} {
		t.Run(name, func(t *testing.T) {
			whole := &brokenPipe{left: 1 << 20}
			if err := print(whole); err != nil {
				t.Fatal(err)
			}
			size := 1<<20 - whole.left
			if size == 0 {
				t.Fatal("nothing is printed")
			}
			for _, left := range []int{0, size - 1} {
				if err := print(&brokenPipe{left: left}); !errors.Is(err, errPipe) {
					t.Errorf("room for %d of %d bytes: %v", left, size, err)
				}
			}
		})
	}
}

func TestFirstOfCopies(t *testing.T) {
	c := Chain{Copies: [][]string{{"a.docx", "a.pdf"}, {"b.txt", "b.html", "b.pdf"}}}
	for file, want := range map[string]string{"a.pdf": "a.docx", "a.docx": "a.docx", "b.pdf": "b.txt", "c.txt": "c.txt", "": ""} {
		if got := c.First(file); got != want {
			t.Errorf("%s stands for %s, want %s", got, file, want)
		}
	}
}

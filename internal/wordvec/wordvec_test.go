package main

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/align/meaning"
)

// text makes paragraphs in which cats and dogs keep one company, and roads and bridges another.
func text() string {
	var b strings.Builder
	for i := range 40 {
		for _, animal := range []string{"chó", "mèo"} {
			b.WriteString("nuôi " + animal + " ăn cơm ngủ trưa, " + animal + " chạy sân nhà\n")
		}
		for _, work := range []string{"đường", "cầu"} {
			b.WriteString("xây " + work + " đổ bê tông cát, " + work + " rải nhựa thép\n")
		}
		if i%10 == 0 {
			b.WriteString("hiếm\n")
		}
	}
	return b.String()
}

func TestTableIsRead(t *testing.T) {
	var out, again bytes.Buffer
	if err := run(strings.NewReader(text()), &out); err != nil {
		t.Fatal(err)
	}
	if err := run(strings.NewReader(text()), &again); err != nil || !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Error("the same text gives another table")
	}
	if _, err := meaning.Read(out.Bytes()); err != nil {
		t.Fatal(err)
	}
}

func TestLikeCompanyComesOutNear(t *testing.T) {
	var runs [][]string
	for line := range strings.Lines(text()) {
		runs = append(runs, runsOf(line)...)
	}
	v := count(runs)
	vec := vectors(v.company(), 8)
	cos := func(a, b string) float64 {
		x, y := vec[slices.Index(v.words, a)], vec[slices.Index(v.words, b)]
		dot := 0.0
		for i := range x {
			dot += x[i] * y[i]
		}
		return dot / (length(x) * length(y))
	}
	if slices.Contains(v.words, "hiếm") || !slices.Contains(v.words, "chạy sân") {
		t.Errorf("%q: what is rare is left out, what belongs together is tied", v.words)
	}
	if near, far := cos("chó", "mèo"), cos("chó", "cầu"); near < far+0.3 {
		t.Errorf("%.2f and %.2f", near, far)
	}
}

func TestNothingToCount(t *testing.T) {
	if err := run(strings.NewReader("một hai ba"), &bytes.Buffer{}); err == nil {
		t.Error("a table of nothing")
	}
	if err := run(strings.NewReader(strings.Repeat("x", longestLine+1)), &bytes.Buffer{}); err == nil {
		t.Error("a paragraph without end")
	}
}

func TestOrthogonal(t *testing.T) {
	q := [][]float64{{3, 0, 0}, {1, 2, 0}, {1, 1, 0}}
	lengths := orthogonal(q)
	if math.Abs(lengths[0]-3) > 1e-9 || math.Abs(lengths[1]-2) > 1e-9 || lengths[2] > 1e-9 {
		t.Errorf("%v", lengths)
	}
	if math.Abs(q[0][0]*q[1][0]+q[0][1]*q[1][1]) > 1e-9 {
		t.Errorf("%v", q)
	}
}

func TestTiesAreMoreThanChance(t *testing.T) {
	var runs [][]string
	for range 10 {
		runs = append(runs, strings.Fields("hộ tịch a b c d e f g h i k l m n o p"), strings.Fields("o n a m l b k i c h g d f e p"))
	}
	if ties := tiesOf(runs); !ties["hộ tịch"] || ties["tịch hộ"] {
		t.Errorf("%v", ties)
	}
}

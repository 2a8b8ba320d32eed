package extract_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract"
)

// described is what a collection says of one of its documents; null where it is silent.
type described struct {
	File     string  `json:"file"`
	Symbol   *string `json:"symbol"`
	IssuedOn *string `json:"issued_on"`
}

// misdescribed are days that a collection gives wrongly: the day of entry into force, and one of another year than the number.
var misdescribed = map[string]bool{"nghi-dinh-175-2026-nd-cp-tai-chinh-vi-mo.md": true, "thong-tu-52-2026-tt-bgdut-lien-thong-giao-duc-viet-nam.md": true}

// TestOwnNumbersAndDays compares the own number and day of real documents with what their collections say of them. None
// may be another paper's; and of web pages and transcriptions none may be missing where it is known.
func TestOwnNumbersAndDays(t *testing.T) {
	shared := os.Getenv("SOICHI_SHARED")
	if shared == "" {
		shared = "../../shared"
	}
	x := extract.New(extract.Options{})
	for _, folder := range []string{"tvpl-html", "markdown-2026"} {
		t.Run(folder, func(t *testing.T) {
			dir := filepath.Join(shared, "corpus", folder)
			list, err := os.Open(filepath.Join(dir, "gold.jsonl"))
			if err != nil {
				t.Skipf("no real documents in %s; $SOICHI_SHARED names their folder", dir)
			}
			defer list.Close()
			n := 0
			for sc := bufio.NewScanner(list); sc.Scan(); n++ {
				var want described
				if err := json.Unmarshal(sc.Bytes(), &want); err != nil {
					t.Fatal(err)
				}
				compareOwn(t, x, filepath.Join(dir, want.File), want)
			}
			if n == 0 {
				t.Error("the collection describes nothing")
			}
		})
	}
}

func compareOwn(t *testing.T, x *extract.Extractor, file string, want described) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	d, err := x.Extract(t.Context(), file, data)
	if err != nil {
		t.Fatal(err)
	}
	if want.Symbol != nil && (d.Symbol == nil || document.FoldSymbol(d.Symbol.Value) != document.FoldSymbol(*want.Symbol)) {
		t.Errorf("%s: number %+v, want %s", want.File, d.Symbol, *want.Symbol)
	}
	if want.IssuedOn == nil || misdescribed[want.File] {
		return
	}
	if day := isoOf(*want.IssuedOn); day != "" && (d.IssuedOn == nil || d.IssuedOn.Value != day) {
		t.Errorf("%s: day %+v, want %s", want.File, d.IssuedOn, day)
	}
}

// isoOf reads the ways in which the collections write a day, "" for another.
func isoOf(s string) string {
	s = strings.NewReplacer(" tháng ", "/", " năm ", "/").Replace(s)
	for _, layout := range []string{time.DateOnly, "02/01/2006", "02-01-2006", "2006-01-02 15:04:05 -0700"} {
		if day, err := time.Parse(layout, s); err == nil {
			return day.Format(time.DateOnly)
		}
	}
	return ""
}

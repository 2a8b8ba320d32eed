package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/eval"
	"github.com/soichi/soichi/extract"
	"github.com/soichi/soichi/graph"
	"github.com/soichi/soichi/index"
	"github.com/soichi/soichi/query"
	"github.com/soichi/soichi/store"
)

// shown is a document with something of every sort.
func shown() *catalog.Shown {
	at := func(start int, exact string) document.Span { return document.Span{Start: start, Exact: exact} }
	place, first := at(12, "04/CT-UBND"), 0
	return &catalog.Shown{
		Document: &document.Document{
			ID: "d1", Source: document.Source{Path: "kho/chi-thi.docx"},
			Kind:       &document.Kind{Name: "Chỉ thị", Evidence: document.Evidence{Method: "kind line", Confidence: 0.99}},
			Symbol:     &document.Field{Value: "04/CT-UBND", Evidence: document.Evidence{Span: &place, Method: "letterhead", Confidence: 0.99}},
			Title:      &document.Field{Value: "Về phòng\n cháy rừng", Evidence: document.Evidence{Method: "title", Confidence: 0.5, Suggested: true}},
			Signer:     &document.Signer{Value: "Lê Thị A", Authority: "KT.", Position: "Chủ tịch", Evidence: document.Evidence{Method: "signature", Confidence: 0.95}},
			Urgency:    &document.Field{Value: "HỎA TỐC", Evidence: document.Evidence{Method: "stamp", Confidence: 0.9}},
			Recipients: []document.Recipient{{Text: "Sở Y tế", Purpose: "để thực hiện", Span: at(300, "")}, {Text: "VKSND", Span: at(320, "")}},
			Themes: []document.Theme{
				{Kind: document.ThemeMotto, Text: "4 tại chỗ", Span: at(40, "")},
				{Kind: document.ThemeMovement, Text: "Toàn dân giữ rừng", Role: "launched", Span: at(50, ""), OrganisedBy: &first},
			},
			Tasks: []document.Task{
				{Section: "1", Text: "Lập bản đồ", Lead: []string{"Sở A", "Sở B"}, Support: []string{"Sở C"}, Due: &document.Due{Text: "trước ngày 15/3", Value: "2024-03-15"}, Span: at(60, "")},
				{Section: "2", Text: "Báo cáo", Due: &document.Due{Text: "hằng quý", Recurrence: "quarterly"}, Span: at(90, "")},
				{Text: "Trực cháy", Span: at(120, "")},
			},
			Results: []document.Result{{Measure: "số vụ", Value: 3.5, Unit: "ha", Span: at(150, "")}},
			Citations: []document.Citation{
				{Relation: document.BasedOn, Span: at(200, "Luật Lâm nghiệp"), ResolvesTo: "d9"},
				{Relation: document.Cites, Span: at(220, "Kế hoạch số 5")},
			},
		},
		Links:       []catalog.ShownLink{{Citation: 1, State: graph.Ambiguous, Candidates: []graph.Candidate{{ID: "d7", Reason: "cùng số"}}}, {Citation: 0, State: graph.Resolved}},
		CitedBy:     []catalog.Mention{{Document: "d5", Kind: "bao_cao", Symbol: "9/BC-A", IssuedOn: "2024-06-01", Title: "Sơ kết", Relation: document.ReportsOn}},
		Corrections: []catalog.Correction{{Field: "place", Who: "Lan"}},
	}
}

func TestPrintDocument(t *testing.T) {
	var out bytes.Buffer
	if err := printDocument(&out, shown()); err != nil {
		t.Fatal(err)
	}
	want := `Id           d1  kho/chi-thi.docx
Loại         Chỉ thị  kind line 0.99
Số hiệu      04/CT-UBND  @12 letterhead 0.99
Cơ quan      (không có)
Ngày         (không có)
Nơi          (không có)
Trích yếu    Về phòng cháy rừng  title 0.50  gợi ý, cần người xem (suggested)
Người ký     Lê Thị A, KT. Chủ tịch  signature 0.95
Độ khẩn      HỎA TỐC  stamp 0.90
Nơi nhận     Sở Y tế (để thực hiện)  @300
Nơi nhận     VKSND  @320
Đã sửa       place: (rút lại)  (Lan)
Phương châm  4 tại chỗ  @40
Phong trào   Toàn dân giữ rừng (launched)  @50
             tổ chức theo: Luật Lâm nghiệp

Nhiệm vụ (3)
   1. [1] Lập bản đồ  @60
      chủ trì: Sở A; Sở B
      phối hợp: Sở C
      thời hạn: trước ngày 15/3 (2024-03-15)
   2. [2] Báo cáo  @90
      thời hạn: hằng quý (quarterly)
   3. [] Trực cháy  @120

Kết quả (1)
  3.5 ha: số vụ  @150

Viện dẫn (2)
  based_on     Luật Lâm nghiệp  @200  → d9
  cites        Kế hoạch số 5  @220  ambiguous
               ? d7: cùng số

Được viện dẫn bởi (1)
  reports_on   Báo cáo số 9/BC-A ngày 01/06/2024: Sơ kết  d5
`
	if out.String() != want {
		t.Errorf("%s\nwant\n%s", out.String(), want)
	}
}

// A line for a person is one line, with no more letters than asked for and one for the cut.
func TestOneLineIsOneLine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{"a", "ưu", " ", "\n", "\t", "đường", "\u00a0"})).Draw(t, "text"), "")
		n := rapid.IntRange(1, 12).Draw(t, "letters")
		got := oneLine(s, n)
		whole := strings.Join(strings.Fields(s), " ")
		switch letters := len([]rune(got)); {
		case strings.ContainsAny(got, "\n\t") || letters > n+1:
			t.Fatalf("%q is %d letters for %d", got, letters, n)
		case len([]rune(whole)) <= n && got != whole:
			t.Fatalf("%q is cut to %q", whole, got)
		case len([]rune(whole)) > n && (!strings.HasSuffix(got, "…") || !strings.HasPrefix(whole, strings.TrimSuffix(got, "…"))):
			t.Fatalf("%q is cut to %q", whole, got)
		}
	})
}

func TestPrintHits(t *testing.T) {
	task := 1
	res := &catalog.SearchResult{
		Total: 12, DidYouMean: "cháy rừng",
		NotHeld: []graph.Wish{{Kind: "luat", Symbol: "16/2017/QH14", By: []string{"a", "b"}}},
		Hits: []catalog.Hit{{ID: "d1", Path: "kho/a.txt", Kind: "chi_thi", Symbol: "4/CT-A", Passages: []catalog.Passage{
			{Marked: "phòng\n<mark>cháy</mark> &amp; <mark>rừng</mark>", Section: "II.1", Task: &task},
		}}},
		Facets: catalog.Facets{
			Kind: []catalog.Count{{Value: "chi_thi", Count: 9}, {Value: "bao_cao", Count: 3}},
			Year: []catalog.Count{{Value: "1", Count: 1}, {Value: "2", Count: 1}, {Value: "3", Count: 1}, {Value: "4", Count: 1}, {Value: "5", Count: 1}, {Value: "6", Count: 1}, {Value: "7", Count: 1}},
		},
	}
	c, out, _ := spoken()
	if err := c.printHits(res); err != nil {
		t.Fatal(err)
	}
	want := `12 văn bản
ý bạn là (did you mean): cháy rừng
không có trong kho (not held): Luật số 16/2017/QH14, 2 văn bản viện dẫn (cite it)

1. Chỉ thị số 4/CT-A
   d1  kho/a.txt
   … II.1, nhiệm vụ 2: phòng [cháy] & [rừng]

loại: chi_thi (9), bao_cao (3)
năm: 1 (1), 2 (1), 3 (1), 4 (1), 5 (1), 6 (1)
`
	if out.String() != want {
		t.Errorf("%s\nwant\n%s", out, want)
	}
}

func TestSavedQuery(t *testing.T) {
	s := catalog.SavedSearch{Request: catalog.SearchRequest{Query: "cháy rừng"}}
	if got := savedQuery(s); got != "cháy rừng" {
		t.Errorf("%q", got)
	}
	s.Error = "no such field"
	if got := savedQuery(s); got != "cháy rừng  ! no such field" {
		t.Errorf("%q: it does not say that it cannot be asked", got)
	}
}

// What is wrong with a search is found before the library is opened.
func TestCheckOfASearch(t *testing.T) {
	asked := func(r catalog.SearchRequest) finder { return finder{SearchRequest: r} }
	for _, tt := range []struct {
		name string
		find finder
		args int
		says string
	}{
		{"a query", finder{}, 1, ""},
		{"the like of a document", finder{like: "d"}, 0, ""},
		{"a query that is saved", finder{save: "x"}, 1, ""},
		{"everything that narrows", asked(catalog.SearchRequest{Kind: "chi_thi", In: "task", Sort: "oldest", Level: "tinh", State: "missing"}), 1, ""},
		{"nothing", finder{}, 0, "QUERY is missing"},
		{"a query and the like", finder{like: "d"}, 1, "one of QUERY"},
		{"the like, suggested", finder{like: "d", suggest: true}, 0, "one of QUERY"},
		{"saved and suggested", finder{save: "x", suggest: true}, 1, "one of QUERY"},
		{"the like, saved", finder{save: "x", like: "d"}, 0, "one of QUERY"},
		{"a page before the first", asked(catalog.SearchRequest{Offset: -1}), 1, "count from 0"},
		{"no such kind", asked(catalog.SearchRequest{Kind: "thơ"}), 1, `--kind "thơ"`},
		{"no such part", asked(catalog.SearchRequest{In: "margin"}), 1, "one of title, body, task"},
		{"no such order", asked(catalog.SearchRequest{Sort: "random"}), 1, "one of newest, oldest, symbol"},
		{"no such level", asked(catalog.SearchRequest{Level: "lang"}), 1, "one of trung_uong, tinh, huyen, xa"},
		{"no such state", asked(catalog.SearchRequest{State: "confirmed"}), 1, "one of reported, planned, acknowledged, missing"},
		{"two values of a list", asked(catalog.SearchRequest{In: "title body"}), 1, "--in"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			err := tt.find.check(tt.args)
			var usage usageError
			if tt.says == "" && err != nil || tt.says != "" && (!errors.As(err, &usage) || !strings.Contains(err.Error(), tt.says)) {
				t.Errorf("%v, want %q", err, tt.says)
			}
		})
	}
}

// After an error a person is told what to do next, also where the error is wrapped.
func TestHints(t *testing.T) {
	_, syntax := query.Parse(`"chưa đóng`)
	for _, tt := range []struct {
		name  string
		err   error
		lines int
		says  string
	}{
		{"no library", store.ErrLibraryMissing, 2, "soichi ingest"},
		{"damaged", store.ErrDamaged, 2, "soichi restore"},
		{"not to be written", store.ErrReadOnly, 1, "quyền ghi"},
		{"a full disk", store.ErrFull, 1, "phần đã nạp vẫn còn"},
		{"no such document", catalog.ErrNotFound, 2, "soichi missing"},
		{"cited and not held", &catalog.NotHeldError{Node: &graph.Node{}}, 0, ""},
		{"a query that cannot be read", syntax, 1, "câu tìm, vị trí 1"},
		{"an old index", index.ErrRebuild, 1, "soichi reindex"},
		{"anything else", errors.New("odd"), 0, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := hints(fmt.Errorf("doing this: %w", tt.err))
			if len(got) != tt.lines || !strings.Contains(strings.Join(got, "\n"), tt.says) {
				t.Errorf("%q, want %d lines with %q", got, tt.lines, tt.says)
			}
		})
	}
}

func TestWhereTheLibraryIs(t *testing.T) {
	t.Setenv("SOICHI_LIBRARY", "from-the-environment")
	if got := (&console{dir: "named"}).library(); got != "named" {
		t.Errorf("%s: the flag wins", got)
	}
	if got := (&console{}).library(); got != "from-the-environment" {
		t.Errorf("%s", got)
	}
	t.Setenv("SOICHI_LIBRARY", "")
	if got := (&console{}).library(); filepath.Base(got) != "soichi" || !filepath.IsAbs(got) {
		t.Errorf("%s: a folder of the user's", got)
	}
}

// The rules of extraction have another name for each table of units, so that files are read again.
func TestRulesNameTheUnits(t *testing.T) {
	dir := t.TempDir()
	c := &console{dir: dir}
	bare, err := c.rules()
	if err != nil || bare != extract.Version {
		t.Fatalf("%q, %v: no units of the user's", bare, err)
	}
	names := map[string]bool{bare: true}
	for _, table := range []string{"# một\n", "# hai\n", ""} {
		if err := os.WriteFile(filepath.Join(dir, "units.tsv"), []byte(table), 0o600); err != nil {
			t.Fatal(err)
		}
		name, err := c.rules()
		if again, _ := c.rules(); err != nil || again != name {
			t.Errorf("%q, then %q: %v", name, again, err)
		}
		if table != "" && names[name] {
			t.Errorf("%q is the name of two tables", name)
		}
		names[name] = true
	}
	c.units = filepath.Join(dir, "nowhere.tsv")
	if _, err := c.rules(); !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "nowhere.tsv") {
		t.Errorf("%v: a table that was asked for has to be there", err)
	}
}

// Errors of the system are said in both languages, the Vietnamese first.
func TestErrorsAreSaidTwice(t *testing.T) {
	if cause := store.Cause(fmt.Errorf("write: %w", syscall.ENOSPC)); inVietnamese(cause) != "đĩa đã đầy" {
		t.Errorf("%v: %q", cause, inVietnamese(cause))
	}
	for name, e := range sentinels {
		if got := inVietnamese(fmt.Errorf("doing this: %w", e)); got == "" || got != vietnamese()[name] {
			t.Errorf("%s: %q, want %q", name, got, vietnamese()[name])
		}
	}
	var out, stderr bytes.Buffer
	code := run(t.Context(), []string{"--library", filepath.Join(t.TempDir(), "none"), "missing"}, &out, &stderr)
	lines := strings.Split(stderr.String(), "\n")
	if code != exitFail || out.Len() > 0 || len(lines) < 4 || lines[0] != "soichi: chưa có kho văn bản ở đây" || !strings.Contains(lines[1], "no library") || !strings.HasPrefix(lines[2], "  ") {
		t.Errorf("exit %d: %q", code, lines)
	}
}

func TestScoresByLevelAndKind(t *testing.T) {
	e := evaluation{}
	for _, kind := range []string{everyKind, "chi_thi", "chi_thi"} {
		if list := e.of(kind); len(list) != len(eval.Levels()) {
			t.Fatalf("%d levels", len(list))
		}
	}
	e.of("chi_thi")[1].Fields["symbol"] = &eval.Count{Right: 2}
	at := e.at(string(eval.Folded))
	if len(at) != 2 || at["chi_thi"].Level != eval.Folded || at["chi_thi"].Fields["symbol"].Right != 2 {
		t.Errorf("%+v", at)
	}
	if got := e.at("loose"); len(got) != 0 {
		t.Errorf("a level that there is not holds %v", got)
	}
	got := rows(e["chi_thi"])
	if len(got) != len(eval.Levels()) || len(got["folded"]) != 1 || got["folded"][0].Right != 2 || got["exact"] == nil {
		t.Errorf("%+v", got)
	}
	all := allRows(e["chi_thi"], nil)
	if _, ok := all["chains"]; ok || len(all) != len(eval.Levels()) {
		t.Errorf("%v: there is no chain", all)
	}
	if all = allRows(nil, eval.NewThread()); len(all) != 2 || all["chains"] == nil || all["calibration"] == nil {
		t.Errorf("%v: chains alone", all)
	}
}

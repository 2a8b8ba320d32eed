package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/eval"
	"github.com/soichi/soichi/graph"
	"github.com/soichi/soichi/ingest"
)

func TestVietDate(t *testing.T) {
	for _, tt := range []struct{ name, iso, want string }{
		{"a day", "2024-03-05", "05/03/2024"}, {"a month", "2024-03", "03/2024"}, {"a year", "2024", "2024"}, {"nothing", "", ""},
	} {
		if got := vietDate(tt.iso); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestHeadline(t *testing.T) {
	for _, tt := range []struct {
		name, want              string
		kind, symbol, on, title document.NullString
	}{
		{"everything", "Chỉ thị số 87/CT-TTg ngày 12/12/2023: Về phòng cháy rừng", "chi_thi", "87/CT-TTg", "2023-12-12", "Về phòng\n  cháy rừng"},
		{"without a number", "Báo cáo ngày 06/2024: Sơ kết", "bao_cao", "", "2024-06", "Sơ kết"},
		{"a kind that is not known", "số 1/X", "nowhere", "1/X", "", ""},
		{"a title alone", ": Sơ kết", "", "", "", "Sơ kết"},
		{"nothing", "", "", "", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := headline(tt.kind, tt.symbol, tt.on, tt.title); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestPlaceOf(t *testing.T) {
	task := 6
	for _, tt := range []struct {
		name    string
		passage catalog.Passage
		want    string
	}{
		{"a paper without divisions or pages", catalog.Passage{}, ""},
		{"a division", catalog.Passage{Section: "II.1.a"}, "II.1.a: "},
		{"a page", catalog.Passage{Page: 3}, "tr. 3: "},
		{"a task counts from one", catalog.Passage{Task: &task}, "nhiệm vụ 7: "},
		{"all of them", catalog.Passage{Section: "II.1.a", Task: &task, Page: 3}, "II.1.a, nhiệm vụ 7, tr. 3: "},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := placeOf(tt.passage); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestOneLine(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		letters    int
		want       string
	}{
		{"short", "Kế hoạch", 8, "Kế hoạch"},
		{"cut", "Kế hoạch phòng cháy", 9, "Kế hoạch…"},
		{"blanks are folded", " Kế \n\t hoạch ", 20, "Kế hoạch"},
		{"letters and not bytes", "ưưưư", 4, "ưưưư"},
		{"nothing", "", 4, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := oneLine(tt.text, tt.letters); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestWordOf(t *testing.T) {
	at := time.Date(2024, 5, 6, 7, 8, 9, 0, time.UTC)
	for _, tt := range []struct {
		name string
		word catalog.Correction
		want string
	}{
		{"a plain value", catalog.Correction{Field: "symbol", Value: json.RawMessage(`{"value":"2/CT-A"}`), Who: "Lan", At: at}, "symbol: 2/CT-A  (Lan  2024-05-06 07:08:09)"},
		{"a list", catalog.Correction{Field: "tasks.3.lead", Value: json.RawMessage(`["Sở Y tế"]`), Who: "Lan"}, `tasks.3.lead: ["Sở Y tế"]  (Lan)`},
		{"the document lacks it", catalog.Correction{Field: "title", Value: json.RawMessage("null"), Who: "Lan"}, "title: (không có)  (Lan)"},
		{"taken back", catalog.Correction{Field: "title", Who: "Lan"}, "title: (rút lại)  (Lan)"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := wordOf(tt.word); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// spoken is a console that keeps what it says.
func spoken() (c *console, out, stderr *bytes.Buffer) {
	out, stderr = &bytes.Buffer{}, &bytes.Buffer{}
	return &console{out: out, err: stderr}, out, stderr
}

func TestPrintReport(t *testing.T) {
	r := &ingest.Report{
		Added: 2, Updated: 1, Unchanged: 4,
		Failed:      []ingest.Item{{Path: "a.pdf", Reason: "encrypted", Detail: "it wants a password"}, {Path: "b.x", Reason: "odd", Detail: "who knows"}},
		Quarantined: []ingest.Item{{Path: "c.txt", Mark: "MẬT"}},
	}
	c, out, stderr := spoken()
	if err := c.printReport(r); err != nil {
		t.Fatal(err)
	}
	if want := "added 2, updated 1, unchanged 4, quarantined 1, failed 2\n"; out.String() != want {
		t.Errorf("%q, want %q", out.String(), want)
	}
	for _, want := range []string{"failed: a.pdf: ", "(it wants a password) [encrypted]", "failed: b.x: who knows [odd]", `quarantined: c.txt: có dấu "MẬT"`, "--accept-classified"} {
		if !strings.Contains(stderr.String(), want) {
			t.Errorf("%q is not said:\n%s", want, stderr)
		}
	}
	c, out, _ = spoken()
	c.json = true
	var told struct {
		Added, Updated, Unchanged, Quarantined, Failed int
		Items                                          []ingest.Item
	}
	if err := errors.Join(c.printReport(r), json.Unmarshal(out.Bytes(), &told)); err != nil {
		t.Fatal(err)
	}
	if told.Quarantined != 1 || told.Failed != 2 || len(told.Items) != 3 || told.Items[2].Path != "c.txt" {
		t.Errorf("as JSON: %+v", told)
	}
}

// In a log the progress is a line now and then, not one a file.
func TestProgressInALog(t *testing.T) {
	c, _, stderr := spoken()
	p := c.progress()
	for range 100 {
		p.item(ingest.Item{})
	}
	if stderr.Len() > 0 {
		t.Errorf("it speaks at once: %q", stderr)
	}
	p.said = time.Now().Add(-logEvery)
	p.item(ingest.Item{})
	p.item(ingest.Item{})
	p.done()
	if got := stderr.String(); got != "đã đọc 101 tệp (files so far)\n" {
		t.Errorf("%q, want one line with the count", got)
	}
}

func TestDay(t *testing.T) {
	for _, tt := range []struct {
		name, value, want string
		wrong             bool
	}{
		{"given", "2024-02-29", "2024-02-29", false},
		{"absent", "", "2020-01-01", false},
		{"no such day", "2023-02-29", "", true},
		{"as people write it", "29/02/2024", "", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := day("--as-of", tt.value, "2020-01-01")
			var usage usageError
			if got != tt.want || errors.As(err, &usage) != tt.wrong {
				t.Errorf("%q, %v", got, err)
			}
			if err != nil && (!strings.Contains(err.Error(), "--as-of") || !strings.Contains(err.Error(), tt.value)) {
				t.Errorf("%v names neither flag nor value", err)
			}
		})
	}
}

func TestChoose(t *testing.T) {
	forms := map[string]form[int]{
		"plain": {write: func(w io.Writer, v int) error {
			_, err := w.Write([]byte{byte('0' + v)})
			return err
		}},
		"json": {},
	}
	for _, tt := range []struct {
		name, format string
		json         bool
		want, wrong  string
	}{
		{"by name", "plain", false, "7", ""},
		{"as JSON by name", "json", false, "7\n", ""},
		{"--json wins", "plain", true, "7\n", ""},
		{"no such form", "pdf", false, "", "one of json, plain"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, out, _ := spoken()
			c.json = tt.json
			write, err := choose(c, forms, tt.format)
			if tt.wrong != "" {
				var usage usageError
				if !errors.As(err, &usage) || !strings.Contains(err.Error(), tt.wrong) {
					t.Errorf("%v, want %q", err, tt.wrong)
				}
				return
			}
			if err := errors.Join(err, write(7)); err != nil || out.String() != tt.want {
				t.Errorf("%q (%v), want %q", out, err, tt.want)
			}
		})
	}
}

// news are changes with something of every sort.
func news() *catalog.Changes {
	entry := func(unit string, status coverage.Status) coverage.Entry {
		return coverage.Entry{
			Directive: "d", Kind: "chi_thi", Symbol: "4/CT-UBND", Task: coverage.Task{Index: 1, Text: "Lập bản đồ", Due: &document.Due{Value: "2024-03-15"}},
			Cell: coverage.Cell{Unit: unit, Assigned: true, Part: coverage.Lead, Status: status},
		}
	}
	return &catalog.Changes{
		Since: "2024-01-01", AsOf: "2024-06-30",
		Added:   []graph.Node{{ID: "a", Kind: "bao_cao", Symbol: "9/BC-A"}, {ID: "b", Path: "kho/x.pdf"}, {ID: "c", Kind: "bao_cao", Symbol: "10/BC-A"}},
		Updated: []graph.Node{{ID: "e", Kind: "ke_hoach", Symbol: "3/KH-A"}}, Removed: []string{"g"},
		Healed:  []catalog.Healed{{Document: graph.Node{ID: "a", Kind: "bao_cao", Symbol: "9/BC-A"}, By: []string{"x", "y"}}},
		Covered: []catalog.Step{{Entry: entry("Sở Y tế", coverage.Planned)}},
		Overdue: []coverage.Entry{entry("Xã Một", coverage.Missing), entry("Xã Hai", coverage.Missing)},
	}
}

func TestPrintChanges(t *testing.T) {
	var out bytes.Buffer
	if err := printChanges(&out, news()); err != nil {
		t.Fatal(err)
	}
	want := `Thay đổi từ 01/01/2024 đến 30/06/2024

Văn bản mới (3)
  Báo cáo (2)
    Báo cáo 9/BC-A
    Báo cáo 10/BC-A
  không rõ loại (1)
    (tệp x.pdf)

Văn bản có bản khác (1), đã bỏ khỏi kho (1)
  Kế hoạch 3/KH-A

Văn bản còn thiếu nay đã có (1)
  Báo cáo 9/BC-A, 2 văn bản đã viện dẫn

Nhiệm vụ có thêm kế hoạch, báo cáo (1)
  Chỉ thị 4/CT-UBND, nhiệm vụ 2 (Lập bản đồ), Sở Y tế: đã có kế hoạch, hạn 15/03/2024

Nhiệm vụ mới quá hạn (2)
  Chỉ thị 4/CT-UBND, nhiệm vụ 2 (Lập bản đồ), Xã Một, Xã Hai: chưa có văn bản, hạn 15/03/2024
`
	if out.String() != want {
		t.Errorf("%s\nwant\n%s", out.String(), want)
	}
}

// fullDisk takes so many bytes and no more.
type fullDisk struct{ left int }

var errFullDisk = errors.New("no space left")

func (d *fullDisk) Write(p []byte) (int, error) {
	if d.left -= len(p); d.left < 0 {
		return 0, errFullDisk
	}
	return len(p), nil
}

// An answer that was cut off on its way to a file is no success.
func TestACutAnswerIsAnError(t *testing.T) {
	at := document.Span{Exact: "x"}
	shown := &catalog.Shown{Document: &document.Document{
		ID: "d", Tasks: []document.Task{{Text: "Lập bản đồ", Lead: []string{"Sở Y tế"}, Due: &document.Due{Text: "hằng quý"}, Span: at}},
		Citations: []document.Citation{{Relation: document.Cites, Span: at}}, Results: []document.Result{{Measure: "vụ", Value: 3}},
		Recipients: []document.Recipient{{Text: "Như trên"}}, Themes: []document.Theme{{Text: "Đoàn kết"}},
	}}
	for name, print := range map[string]func(w *fullDisk) error{
		"changes":  func(w *fullDisk) error { return printChanges(w, news()) },
		"document": func(w *fullDisk) error { return printDocument(w, shown) },
		"JSON":     func(w *fullDisk) error { return (&console{out: w}).print(news()) },
		"report":   func(w *fullDisk) error { return (&console{out: w, err: &bytes.Buffer{}}).printReport(&ingest.Report{}) },
	} {
		t.Run(name, func(t *testing.T) {
			whole := &fullDisk{left: 1 << 20}
			if err := print(whole); err != nil {
				t.Fatal(err)
			}
			size := 1<<20 - whole.left
			for _, left := range []int{0, size / 2, size - 1} {
				if err := print(&fullDisk{left: left}); !errors.Is(err, errFullDisk) {
					t.Errorf("room for %d of %d bytes: %v", left, size, err)
				}
			}
		})
	}
}

func TestChainOfDecisions(t *testing.T) {
	j := &catalog.Judged{
		Pairs: []catalog.JudgedPair{
			{Directive: "d", Document: "p", Section: "II.1", Task: "Lập bản đồ", Quote: "đã lập"},
			{Directive: "d", Document: "r", Task: "Trực cháy", Quote: "đã trực", Rejected: true},
			{Directive: "e", Document: "p", Task: "Báo cáo", Quote: "đã báo cáo"},
		},
		Unlinked:  [][2]string{{"p", "gone"}},
		Documents: map[string]*catalog.Source{"d": {Name: "chỉ thị.docx"}, "p": {Name: "kế hoạch.pdf"}, "r": {Name: "báo cáo"}, "e": {Name: "e.txt"}},
	}
	got := chainOf(j)
	if !got.Partial || got.Folder != decisionsFolder || len(got.Alignments) != 2 {
		t.Fatalf("%+v: an alignment a directive, of which it tells a part", got)
	}
	first, second := got.Alignments[0], got.Alignments[1]
	if first.Directive != "d.docx" || len(first.Pairs) != 2 || second.Directive != "e.txt" || first.AsOf != catalog.EndOfTime {
		t.Errorf("%+v\n%+v", first, second)
	}
	if want := (eval.GoldPair{TaskText: "Trực cháy", Document: "r", Quote: "đã trực", Rejected: true}); first.Pairs[1] != want {
		t.Errorf("%+v, want %+v", first.Pairs[1], want)
	}
	if want := (eval.GoldLink{From: "p.pdf", To: "gone", Rejected: true}); len(got.Links) != 1 || got.Links[0] != want {
		t.Errorf("%+v, want %+v: a document that is not held goes by its id", got.Links, want)
	}
}

package coverage

import (
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
)

func TestExpires(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"from day to day", "Quyết định này có hiệu lực thi hành từ ngày 01/01/2025 đến hết ngày 31/12/2026.", "2026-12-31"},
		{"in words", "Chỉ thị này có hiệu lực kể từ ngày ký đến hết ngày 31 tháng 12 năm 2025.", "2025-12-31"},
		{"from which day no more", "Thông tư này có hiệu lực từ ngày 15/3/2025 và hết hiệu lực kể từ ngày 01/3/2027.", "2027-02-28"},
		{"after which day no more", "Nghị định này hết hiệu lực sau ngày 30/6/2025.", "2025-06-30"},
		{"a plan carried out until", "Kế hoạch này được thực hiện từ ngày 01/7/2025 đến ngày 30/6/2026.", "2026-06-30"},
		{"no end", "Quyết định này có hiệu lực kể từ ngày 01/01/2025.", ""},
		{"another document's end", "Quyết định này có hiệu lực từ ngày 01/01/2025. Quyết định số 5/QĐ-UBND hết hiệu lực kể từ ngày 01/01/2025.", ""},
		{"another document's end in one sentence", "Nghị quyết số 5/NQ-HĐND hết hiệu lực kể từ ngày 01/01/2025.", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Expires(&document.Document{Text: "Điều 5. Hiệu lực\n" + tt.text + "\nNơi nhận:"}); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func FuzzExpires(f *testing.F) {
	f.Add("Quyết định này có hiệu lực từ ngày 01/01/2025 đến hết ngày 31/12/2026.")
	f.Add("Luật này hết hiệu lực từ ngày 1/1/0000")
	f.Fuzz(func(t *testing.T, text string) {
		day := Expires(&document.Document{Text: text})
		if day != "" && (len(day) != len("2006-01-02") || !strings.Contains(strings.ToLower(text), "này")) {
			t.Errorf("%q out of %q", day, text)
		}
	})
}

// TestCarried holds that a plan made for a replaced directive is suggested for its successor, flagged, and that nothing
// reported on the old one counts as done.
func TestCarried(t *testing.T) {
	d := order()
	carry := func(p paper) Answer { a := answer(p); a.Carried = "old"; return a }
	in := Input{Directive: d.Document, AsOf: "2024-12-31", Bodies: register{}}
	in.Answers = []Answer{carry(plan("2022-01-10", "")), carry(account("2022-06-20", "Đã rà soát, khoanh vùng và lập bản đồ các khu vực trọng điểm cháy rừng của tỉnh."))}
	c := at(Compute(in), 0, kontum)
	if c.Status != Planned || c.DueState != Overdue || !slices.Contains(c.Flags, Outdated) || len(c.Evidence) != 1 || c.Evidence[0].Carried != "old" {
		t.Errorf("%+v", c)
	}
	if c := at(Compute(in), 1, kontum); c.Status != Missing {
		t.Errorf("what answers the old directive does not acknowledge the new one: %+v", c)
	}
}

func TestDrafts(t *testing.T) {
	draft := newPaper("x", "ke_hoach", kontum, "", "DỰ THẢO").says("KẾ HOẠCH")
	title := draft.line("Kế hoạch phòng cháy, chữa cháy rừng của địa phương")
	draft.Title = &document.Field{Value: title.Exact, Evidence: document.Evidence{Span: &title}}
	draft = draft.task("Rà soát, khoanh vùng và lập bản đồ các khu vực trọng điểm cháy rừng của 10 huyện", "")
	d := order().task("Ban hành kế hoạch phòng cháy, chữa cháy rừng của địa phương", "2024-01-20", kontum)
	r := compute(d, "2024-12-31", draft)
	if c := at(r, 0, kontum); c.Status != Planned || !slices.Contains(c.Flags, Draft) {
		t.Errorf("what a draft means to do: %+v", c)
	}
	if c := at(r, 3, kontum); c.Status != Acknowledged {
		t.Errorf("a draft is not issued: %+v", c)
	}
	if isDraft(&document.Document{Text: "BÁO CÁO\nVề dự thảo Luật Đất đai\n"}) {
		t.Error("a paper about a draft is none")
	}
}

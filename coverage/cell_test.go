package coverage

import (
	"fmt"
	"slices"
	"testing"

	"github.com/soichi/soichi/align"
	"github.com/soichi/soichi/document"
)

const mapTask = "Rà soát, khoanh vùng và lập bản đồ các khu vực trọng điểm cháy rừng đến từng xã, từng chủ rừng"

// order is a directive with one dated task for Kon Tum and one for a ministry, so that words have some weight.
func order() paper {
	return newPaper("d", "chi_thi", pm, "2023-12-12", "Về phòng cháy, chữa cháy rừng").
		task(mapTask, "2024-02-15", kontum).
		task("Điều tra, xử lý nghiêm các vụ đốt rừng, phá rừng trái pháp luật", "", "Bộ Công an").
		task("Tuyên truyền, ký bản cam kết không đốt nương làm rẫy với 100% hộ gia đình", "2024-03-01", kontum)
}

func plan(on, due string) paper {
	return newPaper("p"+on, "ke_hoach", kontum, on, "Kế hoạch của tỉnh").task("Rà soát, khoanh vùng và lập bản đồ các khu vực trọng điểm cháy rừng của 10 huyện", due)
}

func account(on, text string) paper {
	return newPaper("r"+on, "bao_cao", kontum, on, "Báo cáo của tỉnh").says(text)
}

func TestDueStates(t *testing.T) {
	const done = "Đã rà soát, khoanh vùng và lập bản đồ các khu vực trọng điểm cháy rừng"
	for _, tt := range []struct {
		name, asOf string
		answers    []paper
		want       DueState
		done       string
	}{
		{"nothing held, time left", "2024-02-15", nil, Open, ""},
		{"nothing held, time over", "2024-02-16", nil, Overdue, ""},
		{"a plan is no result", "2024-03-01", []paper{plan("2024-01-10", "2024-02-10")}, Overdue, ""},
		{"the report's day", "2024-12-31", []paper{account("2024-02-15", done+" của tỉnh.")}, DoneOnTime, ""},
		{"the report's day is late", "2024-12-31", []paper{account("2024-06-20", done+" của tỉnh.")}, DoneLate, ""},
		{"the day that the report states", "2024-12-31", []paper{account("2024-06-20", done+", hoàn thành ngày 10/02/2024.")}, DoneOnTime, "2024-02-10"},
		{"the day in words", "2024-12-31", []paper{account("2024-06-20", done+", hoàn thành ngày 10 tháng 02 năm 2024.")}, DoneOnTime, "2024-02-10"},
		{"the day that the sentence opens with", "2024-12-31", []paper{account("2024-06-20", "1. Ngày 11/02/2024, tỉnh rà soát, khoanh vùng và lập bản đồ các khu vực trọng điểm cháy rừng.")}, DoneOnTime, "2024-02-11"},
		{"a day from which on is no end", "2024-12-31", []paper{account("2024-06-20", "Từ ngày 11/02/2024, tỉnh rà soát, khoanh vùng và lập bản đồ các khu vực trọng điểm cháy rừng.")}, DoneLate, ""},
		{"by a day it was done", "2024-12-31", []paper{account("2024-06-20", "Đến ngày 12/02/2024 đã rà soát, khoanh vùng và lập bản đồ các khu vực trọng điểm cháy rừng.")}, DoneOnTime, "2024-02-12"},
		{"a stretch of time is no day", "2024-12-31", []paper{account("2024-06-20", done+" từ ngày 15/01/2024 đến ngày 10/02/2024.")}, DoneLate, ""},
		{"a day before the directive is another's", "2024-12-31", []paper{account("2024-06-20", done+", hoàn thành ngày 10/02/2023.")}, DoneLate, ""},
		{"a day after the report is a promise", "2024-12-31", []paper{account("2024-06-20", done+", hoàn thành ngày 10/02/2025.")}, DoneLate, ""},
		{"a report without a day", "2024-12-31", []paper{account("", done+" của tỉnh.")}, "", ""},
		{"a later report is not looked at", "2024-03-01", []paper{account("2024-06-20", done+" của tỉnh.")}, Overdue, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := at(compute(order(), tt.asOf, tt.answers...), 0, kontum)
			if c.DueState != tt.want {
				t.Errorf("%q, want %q: %+v", c.DueState, tt.want, c.Evidence)
			}
			if tt.done != "" && (len(c.Evidence) == 0 || string(c.Evidence[0].Done) != tt.done) {
				t.Errorf("done on another day than %s: %+v", tt.done, c.Evidence)
			}
		})
	}
}

// TestReportsOnSeveralDays holds that a report on one of several days says nothing of the others.
func TestReportsOnSeveralDays(t *testing.T) {
	d := newPaper("d", "chi_thi", pm, "2023-12-12", "Về rừng").task("Báo cáo kết quả trước ngày 30/4/2024 và ngày 31/10/2024", "2024-04-30", kontum)
	first, late, second := account("2024-04-20", "Đã trồng rừng."), account("2024-05-09", "Đã trồng rừng."), account("2024-10-25", "Đã giữ rừng.")
	for _, tt := range []struct {
		name    string
		answers []paper
		want    DueState
	}{
		{"none held", nil, Overdue},
		{"one of two", []paper{first}, ""},
		{"one of two, late", []paper{late}, ""},
		{"both in time", []paper{second, first}, DoneOnTime},
		{"both, one late", []paper{late, second}, DoneLate},
	} {
		if c := at(compute(d, "2024-12-31", tt.answers...), 0, kontum); c.DueState != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, c.DueState, tt.want)
		}
	}
}

// TestUnsure holds that what may be of a neighbouring matter proves nothing done until a person says so.
func TestUnsure(t *testing.T) {
	aside := &align.Match{Likeness: align.Likeness{Aside: true}}
	for _, tt := range []struct {
		name string
		e    Evidence
		want bool
	}{
		{"beside the subject", Evidence{Score: 0.74, match: aside}, true},
		{"beside the subject, and very like", Evidence{Score: 0.86, match: aside}, false},
		{"of the subject", Evidence{Score: 0.74, match: &align.Match{}}, false},
		{"confirmed", Evidence{Score: 0.74, match: aside, ConfirmedBy: "Lan"}, false},
		{"the paper itself", Evidence{Score: 0.74}, false},
	} {
		if got := tt.e.unsure(); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

func TestDayOfTheUnitsOwnPaper(t *testing.T) {
	for _, tt := range []struct {
		name, issuer string
		want         string
	}{{"its own", kontum, "2024-02-01"}, {"of nobody named", "", "2024-02-01"}, {"another's", "Bộ Y tế", ""}} {
		t.Run(tt.name, func(t *testing.T) {
			r := account("2024-06-20", "Đã rà soát, lập bản đồ các khu vực trọng điểm cháy rừng tại Quyết định số 9/QĐ-UBND ngày 01/02/2024.").
				cites("Quyết định số 9/QĐ-UBND ngày 01/02/2024", "quyet_dinh", "9/QĐ-UBND", tt.issuer, "2024-02-01")
			c := at(compute(order(), "2024-12-31", r), 0, kontum)
			if len(c.Evidence) == 0 || string(c.Evidence[0].Done) != tt.want {
				t.Errorf("%+v, want done on %q", c.Evidence, tt.want)
			}
		})
	}
}

func TestAFigureShortOfTheTargetIsNotDone(t *testing.T) {
	for _, tt := range []struct {
		share   string
		want    DueState
		partial bool
	}{{"97,4%", Overdue, true}, {"100%", DoneOnTime, false}} {
		r := account("2024-02-20", "Đã tuyên truyền, ký bản cam kết không đốt nương làm rẫy với các hộ gia đình, đạt "+tt.share+".")
		c := at(compute(order(), "2024-12-31", r), 2, kontum)
		if c.Status != Reported || c.DueState != tt.want || c.Evidence[0].Partial != tt.partial {
			t.Errorf("%s of 100%%: %s, %q, partial %v", tt.share, c.Status, c.DueState, c.Evidence[0].Partial)
		}
	}
}

func TestFlags(t *testing.T) {
	amendment := newPaper("m", "quyet_dinh", pm, "2024-02-20", "Sửa đổi Chỉ thị").
		says("1. Sửa đổi thời hạn tại mục 1: hoàn thành bản đồ trước ngày 15/3/2024.")
	for _, tt := range []struct {
		name      string
		answers   []paper
		ambiguous bool
		unit      string
		want      []Flag
	}{
		{"older than the amendment", []paper{plan("2024-01-10", "2024-02-10")}, false, kontum, []Flag{Outdated}},
		{"younger than the amendment", []paper{plan("2024-02-25", "2024-02-10")}, false, kontum, nil},
		{"a later deadline", []paper{plan("2024-02-25", "2024-02-28")}, false, kontum, []Flag{LaterDeadline}},
		{"a report is never outdated", []paper{account("2024-01-20", "Đã rà soát, khoanh vùng và lập bản đồ các khu vực trọng điểm cháy rừng.")}, false, kontum, nil},
		{"a citation that fits others", []paper{plan("2024-02-25", "2024-02-10")}, true, kontum, []Flag{AmbiguousLink}},
		{"not asked", []paper{{func() *document.Document { p := plan("2024-02-25", ""); p.Issuer.Value = gialai; return p.Document }()}}, false, gialai, []Flag{Unassigned}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in := Input{Directive: order().Document, AsOf: "2024-12-31", Bodies: register{}, Amendments: []*document.Document{amendment.Document}}
			for _, a := range tt.answers {
				in.Answers = append(in.Answers, answer(a))
				in.Answers[0].Ambiguous = tt.ambiguous
			}
			c := at(Compute(in), 0, tt.unit)
			if !slices.Equal(c.Flags, tt.want) {
				t.Errorf("%v, want %v: %+v", c.Flags, tt.want, c.Evidence)
			}
		})
	}
}

func TestAmendedDates(t *testing.T) {
	amendment := newPaper("m", "quyet_dinh", pm, "2024-02-20", "Sửa đổi Chỉ thị").
		says("1. Sửa đổi thời hạn tại mục 1: hoàn thành bản đồ trước ngày 15/3/2024.").
		says("2. Bổ sung mục 3: hoàn thành trước ngày 15/4/2024.")
	r := account("2024-06-20", "Đã rà soát, khoanh vùng và lập bản đồ các khu vực trọng điểm cháy rừng, hoàn thành ngày 10/3/2024.")
	in := Input{Directive: order().Document, AsOf: "2024-12-31", Bodies: register{}, Answers: []Answer{answer(r)}, Amendments: []*document.Document{amendment.Document}}
	rep := Compute(in)
	if c := at(rep, 0, kontum); c.DueState != DoneLate || c.DueStateAsAmended != DoneOnTime {
		t.Errorf("%q, as amended %q; want late by the first date and on time by the second", c.DueState, c.DueStateAsAmended)
	}
	if rep.Tasks[2].DueAsAmended != "" {
		t.Errorf("an addition moves no date: %q", rep.Tasks[2].DueAsAmended)
	}
	in.AsOf = "2024-02-19"
	if got := Compute(in).Tasks[0].DueAsAmended; got != "" {
		t.Errorf("%q before the amendment came", got)
	}
}

func TestShares(t *testing.T) {
	in := Input{Directive: order().Document, AsOf: "2024-12-31", Bodies: register{}, Answers: []Answer{answer(plan("2024-01-10", "2024-02-10"))}}
	if got := Compute(in).Covered; got != (Shares{Suggested: 0.333}) {
		t.Errorf("%+v, want one of three cells suggested", got)
	}
	said := Decision{Confirmed: true, By: "Lan"}
	in.Decided = func(string) func(quote, task string) (Decision, bool) {
		return func(_, task string) (Decision, bool) { return said, task == mapTask }
	}
	rep := Compute(in)
	if c := at(rep, 0, kontum); rep.Covered != (Shares{Confirmed: 0.333}) || c.Evidence[0].ConfirmedBy != "Lan" {
		t.Errorf("%+v, %+v: what is confirmed is not suggested any more", rep.Covered, c.Evidence)
	}
	said.Confirmed = false
	if c := at(Compute(in), 0, kontum); len(c.Evidence) != 0 || c.Status != Acknowledged {
		t.Errorf("%s with %+v: what is rejected is no evidence", c.Status, c.Evidence)
	}
}

func TestOnlyTheBestPassagesAreKept(t *testing.T) {
	var answers []paper
	for i := range 9 {
		answers = append(answers, account(fmt.Sprintf("2024-06-%02d", i+1), "Đã rà soát, khoanh vùng và lập bản đồ các khu vực trọng điểm cháy rừng."))
	}
	answers = append(answers, plan("2024-01-10", "2024-02-28"))
	c := at(compute(order(), "2024-12-31", answers...), 0, kontum)
	if len(c.Evidence) != evidenceKept || c.Evidence[evidenceKept-1].Role != Planned || !slices.Contains(c.Flags, LaterDeadline) {
		t.Errorf("%d pieces, the last %s, flags %v; want the plan that a flag speaks of among them", len(c.Evidence), c.Evidence[len(c.Evidence)-1].Role, c.Flags)
	}
}

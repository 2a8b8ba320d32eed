package coverage

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// matters are what tasks and passages are about; few enough that they meet.
var matters = []string{
	"rà soát, lập bản đồ các khu vực trọng điểm cháy rừng", "kiện toàn Ban Chỉ huy về các vấn đề cấp bách",
	"tuyên truyền, ký bản cam kết không đốt nương làm rẫy", "bố trí trang thiết bị, đường truyền cho cấp xã, đạt 100%",
}

// chainOf draws a directive and papers that answer it.
func chainOf(t *rapid.T) (paper, []paper) {
	units := rapid.SampledFrom([]string{kontum, gialai, "Bộ Y tế", "Bộ Công an", "các tỉnh", ""})
	days := rapid.SampledFrom([]string{"2024-01-10", "2024-02-20", "2024-06-20", ""})
	matter := rapid.SampledFrom(matters)
	d := newPaper("d", "chi_thi", pm, "2023-12-12", "Về phòng cháy, chữa cháy rừng")
	for range rapid.IntRange(1, 4).Draw(t, "tasks") {
		lead := units.Draw(t, "lead")
		d = d.task(matter.Draw(t, "task"), days.Draw(t, "due"), strings.Fields(lead)[:0]...)
		if lead != "" {
			d.Tasks[len(d.Tasks)-1].Lead = []string{lead}
		}
	}
	var out []paper
	for i := range rapid.IntRange(0, 5).Draw(t, "answers") {
		kind := rapid.SampledFrom([]string{"ke_hoach", "bao_cao", "cong_van"}).Draw(t, "kind")
		issuer := rapid.SampledFrom([]string{kontum, gialai, "Bộ Y tế", "Sở Y tế tỉnh Kon Tum", pm, ""}).Draw(t, "issuer")
		p := newPaper(fmt.Sprintf("a%d", i), kind, issuer, days.Draw(t, "issued"), "Thực hiện Chỉ thị")
		for range rapid.IntRange(0, 3).Draw(t, "passages") {
			text := rapid.SampledFrom([]string{"", "Đã ", "Tiếp tục ", "Đề nghị Bộ "}).Draw(t, "begins") + matter.Draw(t, "matter")
			if kind == "bao_cao" {
				p = p.says(text + ", hoàn thành ngày 10/02/2024.")
			} else {
				p = p.task(text, days.Draw(t, "its due"))
			}
		}
		out = append(out, p)
	}
	return d, out
}

func TestCoverageNeverFallsWhenEvidenceIsAdded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, answers := chainOf(t)
		if len(answers) == 0 {
			t.Skip("nothing to add")
		}
		before, after := compute(d, "2024-12-31", answers[:len(answers)-1]...), compute(d, "2024-12-31", answers...)
		for _, c := range before.Cells {
			if now := at(after, c.Task, c.Unit); depth(now.Status) < depth(c.Status) {
				t.Fatalf("task %d × %s fell from %s to %s", c.Task, c.Unit, c.Status, now.Status)
			}
		}
		if after.Covered.Suggested < before.Covered.Suggested {
			t.Fatalf("covered fell from %v to %v", before.Covered, after.Covered)
		}
	})
}

func TestSharesAndCountsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, answers := chainOf(t)
		in := Input{Directive: d.Document, AsOf: "2024-12-31", Bodies: register{}}
		for _, a := range answers {
			in.Answers = append(in.Answers, answer(a))
		}
		in.Decided = func(string) func(quote, _ string) (Decision, bool) {
			return func(quote, _ string) (Decision, bool) {
				return Decision{Confirmed: len(quote)%3 == 0, By: "Lan"}, len(quote)%2 == 0
			}
		}
		r := Compute(in)
		if s := r.Covered.Confirmed + r.Covered.Suggested; s < 0 || s > 1.001 {
			t.Fatalf("shares %+v", r.Covered)
		}
		if len(r.Cells) != len(r.Tasks)*len(r.Units) {
			t.Fatalf("%d cells of %d tasks and %d units", len(r.Cells), len(r.Tasks), len(r.Units))
		}
		sum := r.Counts[string(Reported)] + r.Counts[string(Planned)] + r.Counts[string(Acknowledged)] + r.Counts[string(Missing)]
		if sum != r.Counts["assigned"] {
			t.Fatalf("%d cells by status, %d to account for", sum, r.Counts["assigned"])
		}
	})
}

func TestAPaperOfTomorrowIsIgnored(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, answers := chainOf(t)
		asOf := rapid.SampledFrom([]string{"2024-01-09", "2024-02-19", "2024-06-19"}).Draw(t, "as of")
		var known []paper
		for _, a := range answers {
			if issuedOn(a.Document) <= asOf {
				known = append(known, a)
			}
		}
		if a, b := compute(d, asOf, answers...), compute(d, asOf, known...); !reflect.DeepEqual(a, b) {
			t.Fatalf("as of %s, later papers change the report", asOf)
		}
	})
}

// What is done stays done on every later day, and in time where it was; nothing becomes open again, and no status falls.
func TestWhatIsDoneStaysDone(t *testing.T) {
	days := []string{"2024-01-09", "2024-01-31", "2024-02-19", "2024-06-19", "2024-12-31"}
	rapid.Check(t, func(t *rapid.T) {
		d, answers := chainOf(t)
		before := compute(d, days[0], answers...)
		for _, day := range days[1:] {
			after := compute(d, day, answers...)
			for _, c := range before.Cells {
				now := at(after, c.Task, c.Unit)
				done := now.DueState == DoneOnTime || now.DueState == DoneLate
				switch {
				case depth(now.Status) < depth(c.Status):
					t.Fatalf("task %d × %s fell from %s to %s on %s", c.Task, c.Unit, c.Status, now.Status, day)
				case c.DueState == DoneOnTime && now.DueState != DoneOnTime, c.DueState == DoneLate && !done, c.DueState == Overdue && now.DueState == Open:
					t.Fatalf("task %d × %s was %s and is %s on %s: %+v", c.Task, c.Unit, c.DueState, now.DueState, day, now.Evidence)
				}
			}
			before = after
		}
	})
}

func TestOrderOfAnswersDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, answers := chainOf(t)
		mixed := rapid.Permutation(answers).Draw(t, "order")
		if a, b := compute(d, "2024-12-31", answers...), compute(d, "2024-12-31", mixed...); !reflect.DeepEqual(a, b) {
			t.Fatalf("two orders, two reports")
		}
	})
}

func TestEvidenceQuotesBothSides(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, answers := chainOf(t)
		text := map[string]string{"d": d.Text}
		for _, a := range answers {
			text[a.ID] = a.Text
		}
		for _, c := range compute(d, "2024-12-31", answers...).Cells {
			for _, e := range c.Evidence {
				if quoted(text[e.Document], e.Span.Start, e.Span.End) != e.Span.Exact || quoted(d.Text, e.TaskSpan.Start, e.TaskSpan.End) != e.TaskSpan.Exact {
					t.Fatalf("%+v does not stand where it says", e)
				}
			}
		}
	})
}

func quoted(text string, start, end int) string { return string([]rune(text)[start:end]) }

// BenchmarkCompute is a directive with 60 tasks to 600 units, each of which sent a plan of 30 items and a report of 30
// sentences. Under 500 ms is wanted.
func BenchmarkCompute(b *testing.B) {
	syllables := strings.Fields("rà soát lập bản đồ khu vực trọng điểm cháy rừng kiện toàn ban chỉ huy tuyên truyền ký cam kết nương rẫy hộ gia đình trang thiết bị đường truyền số hóa hồ sơ thủ tục hành chính trực tuyến người cao tuổi khuyết tật đào tạo bồi dưỡng kinh phí dự toán phòng chống dịch bệnh khám chữa thuốc vật tư y tế học sinh trường lớp giáo viên")
	text := func(seed, n int) string {
		var out []string
		for i := range n {
			out = append(out, syllables[(seed*31+i*i*7+i*seed)%len(syllables)])
		}
		return strings.Join(out, " ")
	}
	d := newPaper("d", "chi_thi", pm, "2023-12-12", "Về nhiều việc")
	for i := range 60 {
		d = d.task(text(i, 25), "2024-06-30", fmt.Sprintf("Đơn vị %d", i%7))
	}
	in := Input{Directive: d.Document, AsOf: "2024-12-31", Bodies: register{}}
	for u := range 600 {
		unit := fmt.Sprintf("Đơn vị %d", u)
		p := newPaper(fmt.Sprintf("p%03d", u), "ke_hoach", unit, "2024-01-10", "Kế hoạch thực hiện")
		r := newPaper(fmt.Sprintf("r%03d", u), "bao_cao", unit, "2024-06-20", "Kết quả thực hiện")
		for i := range 30 {
			p, r = p.task(text(i+u, 30), ""), r.says(text(i+2*u, 30)+".")
		}
		in.Answers = append(in.Answers, answer(p), answer(r))
		d = d.goesTo(unit, "để thực hiện")
	}
	b.ResetTimer()
	for b.Loop() {
		if r := Compute(in); len(r.Cells) < 60*600 {
			b.Fatalf("%d cells", len(r.Cells))
		}
	}
}

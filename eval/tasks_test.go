package eval

import (
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
)

// The text that the tasks of these tests are in.
const (
	first  = "Sở Y tế rà soát các cơ sở khám chữa bệnh trên địa bàn tỉnh"
	second = "Sở Nội vụ tổng hợp kết quả, báo cáo Ủy ban nhân dân tỉnh"
	third  = "Trong quá trình thực hiện, nếu có vướng mắc, kịp thời phản ánh"
	body   = "1. " + first + "; " + second + ".\n2. " + third + "."
)

func quote(s string) GoldTask { return GoldTask{Quote: Quote{Text: s}} }

func split(tasks ...GoldTask) []GoldTask {
	for i := range tasks {
		tasks[i].Split = true
	}
	return tasks
}

// given makes a document with tasks of these words.
func given(texts ...string) *document.Document {
	d := &document.Document{Text: body}
	for _, s := range texts {
		d.Tasks = append(d.Tasks, document.Task{Text: s, Span: document.Span{Exact: s}})
	}
	return d
}

func TestTaskSpans(t *testing.T) {
	whole := first + "; " + second
	for _, c := range []struct {
		name    string
		want    []GoldTask
		neutral []Quote
		got     []string
		count   Count
	}{
		{"right", []GoldTask{quote(first), quote(second)}, nil, []string{first, second}, Count{Right: 2}},
		{"by its first and last words", []GoldTask{{Quote: Quote{Start: "Sở Y tế", End: "địa bàn tỉnh"}}}, nil, []string{first}, Count{Right: 1}},
		{"broken lines and marks of emphasis", []GoldTask{quote("Sở **Y tế** rà soát\ncác cơ sở khám chữa bệnh trên địa bàn tỉnh")}, nil, []string{first}, Count{Right: 1}},
		{"missed", []GoldTask{quote(first)}, nil, nil, Count{Missed: 1}},
		{"too many", nil, nil, []string{first}, Count{Wrong: 1}},
		{"half of it is enough", []GoldTask{quote(first)}, nil, []string{first[:strings.Index(first, " chữa")]}, Count{Right: 1}},
		{"less than half is another thing", []GoldTask{quote(first)}, nil, []string{"Sở Y tế rà soát"}, Count{Wrong: 1, Missed: 1}},
		{"two kept as one", []GoldTask{quote(first), quote(second)}, nil, []string{whole}, Count{Right: 1, Missed: 1}},
		{"two kept as one where the reference cut", split(quote(first), quote(second)), nil, []string{whole}, Count{Right: 1}},
		{"one cut in two where the reference cut elsewhere", split(quote(whole)), nil, []string{first, second}, Count{Right: 1}},
		{"one cut in two", []GoldTask{quote(whole)}, nil, []string{first, second}, Count{Right: 1, Wrong: 1}},
		{"neither task nor error", []GoldTask{quote(first)}, []Quote{{Text: third}}, []string{first, third}, Count{Right: 1}},
		{"a neutral passage that is not found", []GoldTask{quote(first)}, []Quote{{Text: third}}, []string{first}, Count{Right: 1}},
		{"words that are not in the text", []GoldTask{quote("Bộ Y tế")}, nil, nil, Count{Missed: 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := scored(Gold{Scored: only("tasks"), Tasks: c.want, Neutral: c.neutral}, given(c.got...), Folded)
			if got := s.figures("tasks.span"); got != c.count {
				t.Errorf("%+v, want %+v\n%v", got, c.count, s.Differences)
			}
		})
	}
}

func TestRepeatedTasksAreFoundInOrder(t *testing.T) {
	d := &document.Document{Text: "1. Báo cáo kết quả.\n2. Báo cáo kết quả.", Tasks: []document.Task{
		{Span: document.Span{Exact: "Báo cáo kết quả"}, Lead: []string{"Sở A"}}, {Span: document.Span{Exact: "Báo cáo kết quả"}, Lead: []string{"Sở B"}},
	}}
	a, b := quote("Báo cáo kết quả"), quote("Báo cáo kết quả")
	a.Lead, b.Lead = []string{"Sở A"}, []string{"Sở B"}
	s := scored(Gold{Scored: only("tasks"), Tasks: []GoldTask{a, b}}, d, Folded)
	if got := s.figures("tasks.lead"); got != (Count{Right: 2}) {
		t.Errorf("%+v\n%v", got, s.Differences)
	}
}

// TestPartialReferences scores against what a person said of some tasks: the others that were found are no errors.
func TestPartialReferences(t *testing.T) {
	found := &document.Document{Text: "Làm việc thứ nhất. Làm việc thứ hai."}
	for _, s := range []string{"Làm việc thứ nhất", "Làm việc thứ hai"} {
		found.Tasks = append(found.Tasks, document.Task{Text: s, Span: document.Span{Exact: s}})
	}
	g := Gold{Scored: only("tasks", "tasks.due"), Tasks: []GoldTask{quote("Làm việc thứ hai")}, Partial: true}
	s := scored(g, found, Exact)
	if got := s.figures("tasks.span"); got != (Count{Right: 1}) {
		t.Errorf("span %+v", got)
	}
	g.Partial = false
	if got := scored(g, found, Exact).figures("tasks.span"); got != (Count{Right: 1, Wrong: 1}) {
		t.Errorf("of a whole reference: span %+v", got)
	}
}

func TestTaskFields(t *testing.T) {
	day := "2024-03-31"
	dated := func(v *string, text string) *struct {
		Value *string `json:"value"`
		Text  string  `json:"text"`
	} {
		return &struct {
			Value *string `json:"value"`
			Text  string  `json:"text"`
		}{v, text}
	}
	due := func(v, text string) *document.Due { return &document.Due{Value: document.NullString(v), Text: text} }
	for _, c := range []struct {
		name                      string
		want                      GoldTask
		got                       document.Task
		lead, support, due, joint Count
	}{
		{
			"all right",
			GoldTask{Lead: []string{"Sở Y tế"}, Support: []string{"các sở"}, Due: dated(&day, "t")},
			document.Task{Lead: []string{"SỞ Y TẾ"}, Support: []string{"Sở"}, Due: due(day, "t")},
			Count{Right: 1}, Count{Right: 1}, Count{Right: 1}, Count{Right: 1},
		},
		{
			"support does not count in the joint score",
			GoldTask{Support: []string{"Sở A"}},
			document.Task{Support: []string{"Sở B"}},
			Count{}, Count{Wrong: 1, Missed: 1}, Count{}, Count{Right: 1},
		},
		{
			"another lead",
			GoldTask{Lead: []string{"Sở A", "Sở B"}},
			document.Task{Lead: []string{"Sở A"}},
			Count{Right: 1, Missed: 1}, Count{}, Count{}, Count{Wrong: 1, Missed: 1},
		},
		{
			"the chapeau's lead may be left out",
			GoldTask{Lead: []string{"Các Bộ"}, LeadFrom: "chapeau"},
			document.Task{},
			Count{}, Count{}, Count{}, Count{Right: 1},
		},
		{
			"but not be another",
			GoldTask{Lead: []string{"Các Bộ"}, LeadFrom: "chapeau"},
			document.Task{Lead: []string{"Các Sở"}},
			Count{Wrong: 1, Missed: 1}, Count{}, Count{}, Count{Wrong: 1, Missed: 1},
		},
		{
			"another day",
			GoldTask{Due: dated(&day, "t")},
			document.Task{Due: due("2024-04-01", "t")},
			Count{}, Count{}, Count{Wrong: 1, Missed: 1}, Count{Wrong: 1, Missed: 1},
		},
		{
			"words without a day",
			GoldTask{Due: dated(nil, "ngay sau khi có hướng dẫn")},
			document.Task{Due: due("", "ngay sau khi")},
			Count{}, Count{}, Count{Right: 1}, Count{Right: 1},
		},
		{
			"a day where there is none",
			GoldTask{},
			document.Task{Due: due(day, "t")},
			Count{}, Count{}, Count{Wrong: 1}, Count{Wrong: 1, Missed: 1},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.want.Quote, c.got.Span.Exact = Quote{Text: first}, first
			g := Gold{Scored: only("tasks", "tasks.due"), Tasks: []GoldTask{c.want}}
			d := &document.Document{Text: body, Tasks: []document.Task{c.got}}
			s := scored(g, d, Folded)
			for field, want := range map[string]Count{"tasks.lead": c.lead, "tasks.support": c.support, "tasks.due": c.due, "tasks.joint": c.joint} {
				if got := s.figures(field); got != want {
					t.Errorf("%s: %+v, want %+v", field, got, want)
				}
			}
			delete(g.Scored, "tasks.due")
			if s := scored(g, d, Folded); s.Fields["tasks.due"] != nil || s.Fields["tasks.joint"] != nil {
				t.Error("dates are scored against a reference that is silent on them")
			}
		})
	}
}

func TestMissedTasksCountInTheJointScore(t *testing.T) {
	g := Gold{Scored: only("tasks", "tasks.due"), Tasks: []GoldTask{quote(first)}}
	if got := scored(g, given(second), Folded).figures("tasks.joint"); got != (Count{Wrong: 1, Missed: 1}) {
		t.Errorf("%+v", got)
	}
}

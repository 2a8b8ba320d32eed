package store

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/soichi/soichi/document"
)

// order is a directive with three tasks.
func order() *document.Document {
	return &document.Document{Tasks: []document.Task{
		{Text: "Tăng cường tuần tra rừng vào mùa khô", Lead: []string{"Sở A"}, Method: "test", Confidence: 0.8},
		{Text: "Báo cáo kết quả", Lead: []string{"Sở B"}, Due: &document.Due{Value: "2024-01-02", Text: "trước ngày 02/01/2024"}},
		{Text: "Báo cáo kết quả hằng quý về Bộ Nông nghiệp"},
	}}
}

func TestTaskOf(t *testing.T) {
	for name, c := range map[string]struct {
		words string
		want  int
	}{
		"as it is":                    {"Báo cáo kết quả", 1},
		"other blanks, case and tone": {"tăng  cường tuần tra\nrừng vào mùa khô", 0},
		"cut shorter":                 {"Tăng cường tuần tra rừng", 0},
		"cut longer":                  {"Tăng cường tuần tra rừng vào mùa khô; xử lý vi phạm", 0},
		"a few letters name nothing":  {"Báo cáo", -1},
		"another task":                {"Thành lập tổ công tác liên ngành cấp xã", -1},
		"nothing":                     {"", -1},
	} {
		if got := TaskOf(order(), c.words); got != c.want {
			t.Errorf("%s: task %d, want %d", name, got, c.want)
		}
	}
	twins := &document.Document{Tasks: []document.Task{{Text: "Tăng cường tuần tra rừng đặc dụng"}, {Text: "Tăng cường tuần tra rừng phòng hộ"}}}
	if got := TaskOf(twins, "Tăng cường tuần tra rừng"); got != -1 {
		t.Errorf("two tasks fit, and %d was taken", got)
	}
}

func TestSetTaskField(t *testing.T) {
	machine := order()
	for name, c := range map[string]struct {
		part, value string
		want        func(*document.Task)
	}{
		"lead":             {"lead", `["Sở C", "Sở D"]`, func(t *document.Task) { t.Lead = []string{"Sở C", "Sở D"} }},
		"support":          {"support", `["Sở C"]`, func(t *document.Task) { t.Support = []string{"Sở C"} }},
		"due":              {"due", `{"value": "2024-05-06", "text": "06/5/2024"}`, func(t *document.Task) { t.Due = &document.Due{Value: "2024-05-06", Text: "06/5/2024"} }},
		"no due after all": {"due", `null`, func(t *document.Task) { t.Due = nil }},
	} {
		d := *machine
		if err := setTaskField(&d, c.part, "Báo cáo kết quả", json.RawMessage(c.value)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		want := order().Tasks[1]
		c.want(&want)
		want.Method, want.Confidence = byPerson, 1
		if diff := cmp.Diff(want, d.Tasks[1]); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if diff := cmp.Diff(order(), machine); diff != "" {
			t.Errorf("%s: the machine's document was changed: %s", name, diff)
		}
	}
	if err := setTaskField(machine, "lead", "việc đã bị bỏ khỏi văn bản mới", json.RawMessage(`["Sở C"]`)); err != nil || cmp.Diff(order(), machine) != "" {
		t.Errorf("a task that is no more: %v", err)
	}
}

func TestBadTaskCorrections(t *testing.T) {
	for name, c := range map[string]struct{ field, value string }{
		"no such task":       {TaskField("lead", "một việc mà văn bản không có"), `["Sở C"]`},
		"no such part":       {TaskField("colour", "Báo cáo kết quả"), `"red"`},
		"not a list":         {TaskField("lead", "Báo cáo kết quả"), `"Sở C"`},
		"a day that is none": {TaskField("due", "Báo cáo kết quả"), `{"value": "2024-02-30"}`},
		"withdrawn of none":  {TaskField("lead", "một việc mà văn bản không có"), ``},
	} {
		var value json.RawMessage
		if c.value != "" {
			value = json.RawMessage(c.value)
		}
		if err := tryField(order(), c.field, value); !errors.Is(err, ErrBadCorrection) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestTaskFieldNames checks that what TaskField makes is cut into what it was made of.
func TestTaskFieldNames(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.SampledFrom([]string{"lead", "support", "due"}).Draw(t, "part")
		text := rapid.StringMatching(`[a-z:. ]{0,30}`).Draw(t, "text")
		p, words, ok := CutTaskField(TaskField(part, text))
		if !ok || p != part || words != oneLine(text) {
			t.Fatalf("%q of %q: %q, %q, %v", part, text, p, words, ok)
		}
	})
	for _, no := range []string{"symbol", "tasks", "tasks.lead"} {
		if _, _, ok := CutTaskField(no); ok {
			t.Errorf("%q is a part of a task", no)
		}
	}
}

// TestTaskCorrectionSurvives corrects a task and reads it after another extraction and another version.
func TestTaskCorrectionSurvives(t *testing.T) {
	s := open(t, t.TempDir())
	d := doc(abs("a"), "1", "x")
	d.Tasks = order().Tasks
	id, _, err := s.Put(ctx, d, []byte("x"), day, "1")
	if err != nil {
		t.Fatal(err)
	}
	if err := correct(s, id, TaskField("lead", "Báo cáo kết quả"), `["Sở C"]`); err != nil {
		t.Fatal(err)
	}
	again := doc(abs("a"), "1", "x")
	again.Tasks = append([]document.Task{{Text: "Một việc mới"}}, order().Tasks...)
	if _, outcome, err := s.Put(ctx, again, []byte("x"), day, "2"); err != nil || outcome != Updated {
		t.Fatal(outcome, err)
	}
	got, err := s.Get(ctx, id)
	if err != nil || len(got.Tasks) != 4 || got.Tasks[2].Lead[0] != "Sở C" || got.Tasks[2].Method != byPerson || got.Tasks[1].Method != "test" {
		t.Errorf("%v: %+v", err, got.Tasks)
	}
	all, err := s.Corrections(ctx, "")
	if err != nil || len(all) != 1 || all[0].DocumentID != id {
		t.Errorf("of all documents: %+v, %v", all, err)
	}
}

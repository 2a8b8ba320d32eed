package eval

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// folder writes files into a folder of the test.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, body := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// loadOne writes a gold file beside its document and reads it.
func loadOne(t *testing.T, gold string) Gold {
	t.Helper()
	list, err := Load(folder(t, map[string]string{"a.json": gold, "a.txt": "x"}))
	if err != nil {
		t.Fatal(err)
	}
	return list[0]
}

func TestPlainGold(t *testing.T) {
	g := loadOne(t, `{"file": "a.txt", "kind": "chi_thi", "symbol": null, "title": "Về việc trực Tết",
		"signer": {"value": "Lê A", "position": "Chủ tịch", "authority": null},
		"recipients": [{"text": "Các Sở", "purpose": "để thực hiện"}, {"text": "Lưu: VT", "purpose": null}, {"text": "VT", "purpose": "Lưu"}],
		"themes": [{"kind": "motto", "text": "Kỷ cương"}],
		"citations": [{"exact": "Luật đất đai", "kind": "luat", "relation": "cites", "class": "name", "optional": true}],
		"tasks": [{"text": "Báo cáo trước ngày 01/02/2024", "section": null, "lead": ["Sở A"], "due": {"value": "2024-02-01", "text": "trước ngày 01/02/2024"}}],
		"neutral": [{"text_start": "Nếu có", "text_end": "phản ánh"}]}`)
	for field, want := range map[string]string{
		"kind": "chi_thi", "symbol": "", "title": "Về việc trực Tết", "signer": "Lê A", "signer.position": "Chủ tịch", "signer.authority": "",
	} {
		if got, ok := g.Scalars[field]; !ok || got != want || !g.Scored[field] {
			t.Errorf("%s: %q, %v, scored %v", field, got, ok, g.Scored[field])
		}
	}
	if _, ok := g.Scalars["place"]; ok || g.Scored["place"] || g.Scored["results"] {
		t.Error("scores a field that the reference is silent on")
	}
	if !reflect.DeepEqual(g.Recipients, []string{"Các Sở"}) {
		t.Errorf("recipients %q: the file copy is none", g.Recipients)
	}
	if !g.Scored["tasks.due"] || *g.Tasks[0].Due.Value != "2024-02-01" || !g.Citations[0].Optional || g.Neutral[0].End != "phản ánh" {
		t.Errorf("%+v", g)
	}
}

func TestPlainGoldWithoutSignerOrDates(t *testing.T) {
	g := loadOne(t, `{"file": "a.txt", "signer": null, "tasks": [{"text": "Làm"}]}`)
	if v, ok := g.Scalars["signer"]; !ok || v != "" {
		t.Errorf("a null signer says that there is none: %q, %v", v, ok)
	}
	if g.Scored["tasks.due"] || !g.Scored["tasks"] {
		t.Errorf("scored %v: these tasks have no key of dates", g.Scored)
	}
}

func TestAnnotation(t *testing.T) {
	g := loadOne(t, `{"file": "a.txt", "fields": {"type": {"value": "Chỉ thị"}, "number": null, "signer": {"value": "Lê A"},
			"signer_position": {"value": "Phó Viện trưởng", "authority": "KT."}},
		"recipients": [{"span": {"text": "Các đơn vị (để t/h)"}, "purpose": "để t/h"}, {"span": {"text": "Cổng thông tin (mới)"}, "purpose": null}],
		"themes": [{"kind": "chủ đề", "text": "Đoàn kết"}, {"kind": "phương châm", "text": "Kỷ cương"}, {"kind": "khác", "text": "-"}],
		"movements": [{"name": "n", "span": {"text": "thi đua yêu nước"}}, {"name": "without a place", "span": null}],
		"citations": [
			{"span": {"text": "Chỉ thị số 1/CT-X"}, "kind": "numbered", "type": "Chỉ thị", "number": "1/CT-X", "date": "2020-01-02", "relation": "legal_basis"},
			{"span": {"text": "Kế hoạch số 2/KH-X"}, "kind": "numbered", "type": "Kế hoạch", "number": "2/KH-X", "relation": "refers", "where": "footnote ¹"},
			{"span": {"text": "Kế hoạch số 3/KH-X"}, "kind": "numbered", "type": "Kế hoạch", "number": "3/KH-X", "relation": "refers", "where": "body"},
			{"span": {"text": "Chỉ thị số 4/CT-X"}, "kind": "numbered", "type": "Chỉ thị", "number": "4/CT-X", "relation": "implemented_by:KH-X|2"},
			{"span": {"text": "chỉ thị của Bộ"}, "kind": "generic", "type": "Chỉ thị", "relation": "implements"},
			{"span": {"text": "Chỉ thị này"}, "kind": "self", "relation": "self"}],
		"tasks": [{"span": {"text": "Làm việc A"}, "kind": "directive", "assignees": [{"span": {"text": "Sở A"}}]}, {"span": {"text": "đã làm"}, "kind": "reported"}],
		"results": [{"value": 3, "unit": "vụ"}, {"value": [116, 102], "unit": ["vụ", "bị can"]}, {"value": [1, 2], "unit": "vụ"}]}`)
	for field, want := range map[string]string{"kind": "chi_thi", "symbol": "", "signer": "Lê A", "signer.position": "Phó Viện trưởng", "signer.authority": "KT."} {
		if got, ok := g.Scalars[field]; !ok || got != want {
			t.Errorf("%s: %q", field, got)
		}
	}
	if want := []string{"Các đơn vị", "Cổng thông tin (mới)"}; !reflect.DeepEqual(g.Recipients, want) {
		t.Errorf("recipients %q", g.Recipients)
	}
	if want := []GoldTheme{{"theme", "Đoàn kết"}, {"motto", "Kỷ cương"}, {"movement", "thi đua yêu nước"}}; !reflect.DeepEqual(g.Themes, want) {
		t.Errorf("themes %q", g.Themes)
	}
	want := []GoldCitation{
		{Exact: "Chỉ thị số 1/CT-X", Kind: "chi_thi", Symbol: "1/CT-X", IssuedOn: "2020-01-02", Relation: "based_on", Class: "numbered"},
		{Exact: "Kế hoạch số 2/KH-X", Kind: "ke_hoach", Symbol: "2/KH-X", Relation: "cites", Or: "organised_by", Class: "numbered"},
		{Exact: "Kế hoạch số 3/KH-X", Kind: "ke_hoach", Symbol: "3/KH-X", Relation: "cites", Class: "numbered"},
		{Exact: "Chỉ thị số 4/CT-X", Kind: "chi_thi", Symbol: "4/CT-X", Relation: "implements", Class: "numbered"},
		{Exact: "chỉ thị của Bộ", Kind: "chi_thi", Relation: "implements", Class: "generic", Optional: true},
	}
	if !reflect.DeepEqual(g.Citations, want) {
		t.Errorf("citations\n%+v\nwant\n%+v", g.Citations, want)
	}
	if len(g.Tasks) != 1 || !g.Tasks[0].Split || !reflect.DeepEqual(g.Tasks[0].Lead, []string{"Sở A"}) || g.Scored["tasks.due"] {
		t.Errorf("tasks %+v, dates scored %v", g.Tasks, g.Scored["tasks.due"])
	}
	if want := []GoldResult{{3, "vụ"}, {116, "vụ"}, {102, "bị can"}}; !reflect.DeepEqual(g.Results, want) {
		t.Errorf("results %v", g.Results)
	}
}

func TestKindNamed(t *testing.T) {
	for name, want := range map[string]string{"Chỉ thị": "chi_thi", "CHỈ THỊ": "chi_thi", "Tin bài (cổng thông tin)": "tin_bai", "Bài thơ": "", "": ""} {
		if got := kindNamed(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func TestLoadTakesReferencesAlone(t *testing.T) {
	dir := folder(t, map[string]string{
		"gold/chain/b.json": `{"file": "b.docx"}`, "gold/chain/a.json": `{"file": "a.pdf"}`, "gold/links.json": `[{"from": "a"}]`,
		"gold/trace.json": `{"root": "a"}`, "gold/README.md": "words", "corpus/chain/a.pdf": "a", "corpus/chain/b.docx": "b",
	})
	list, err := Load(filepath.Join(dir, "gold"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, g := range list {
		rel, err := filepath.Rel(dir, g.Source)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, filepath.ToSlash(rel))
	}
	if want := []string{"corpus/chain/a.pdf", "corpus/chain/b.docx"}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestSourcesAreFoundWhereTheyLie(t *testing.T) {
	for _, c := range []struct{ name, gold, file, source string }{
		{"the gold file's name without .json", "g/a.txt.json", "other.doc", "g/a.txt"},
		{"its text beside", "g/a.json", "a.doc", "g/a.txt"},
		{"beside", "g/a.json", "a.pdf", "g/a.pdf"},
		{"a folder of the same name two up", "x/gold/seeds/a.json", "a.htm", "x/seeds/a.htm"},
		{"the corpus beside the gold", "x/gold/chain/a.json", "a.htm", "x/corpus/chain/a.htm"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := folder(t, map[string]string{c.gold: "{}", c.source: "x"})
			got, err := findSource(filepath.Join(dir, filepath.FromSlash(c.gold)), c.file)
			if want := filepath.Join(dir, filepath.FromSlash(c.source)); err != nil || got != want {
				t.Errorf("%s, %v, want %s", got, err, want)
			}
		})
	}
}

func TestLoadSaysWhatIsWrong(t *testing.T) {
	for _, c := range []struct {
		name  string
		files map[string]string
		want  string
	}{
		{"no references", map[string]string{"a.json": "[]"}, "no reference extraction"},
		{"no JSON", map[string]string{"a.json": "{"}, "a.json"},
		{"a document that is not there", map[string]string{"a.json": `{"file": "gone.txt"}`}, "gone.txt"},
		{"a plain one of another shape", map[string]string{"a.json": `{"file": "a.txt", "kind": 5}`, "a.txt": "x"}, "a.json"},
		{"an annotation of another shape", map[string]string{"a.json": `{"file": "a.txt", "fields": []}`, "a.txt": "x"}, "a.json"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := Load(folder(t, c.files)); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want one with %q", err, c.want)
			}
		})
	}
	if _, err := Load(filepath.Join(t.TempDir(), "nowhere")); err == nil {
		t.Error("a folder that is not there gives no error")
	}
}

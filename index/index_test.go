package index

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/soichi/soichi/query"
)

// world is a small library: two directives with one number, a plan and a report under them, and papers of the Party.
func world() []Doc {
	return []Doc{
		{ID: "ct19", Symbol: "19/CT-TTg", Kind: "chi_thi", Issuer: "Thủ tướng Chính phủ", IssuerCode: "TTg", IssuedOn: "2021-07-16",
			Title: "Phát động phong trào thi đua yêu nước", Signer: "Phạm Minh Chính",
			Body:   "Thủ tướng Chính phủ yêu cầu các bộ, ngành tổ chức phong trào thi đua thiết thực.",
			Themes: []string{"Đoàn kết, sáng tạo"}, Tasks: []string{"tổ chức phong trào thi đua thiết thực"}, Leads: []string{"Bộ Nội vụ"}, Dues: []string{"2025-12-15"}},
		{ID: "ct19old", Symbol: "19/CT-TTg", Kind: "chi_thi", Issuer: "Thủ tướng Chính phủ", IssuerCode: "TTg", IssuedOn: "2017-05-10",
			Title: "Bảo vệ rừng", Body: "Tăng cường bảo vệ rừng đầu nguồn."},
		{ID: "ct02", Symbol: "02/CT-VKSTC", Kind: "chi_thi", Issuer: "Viện kiểm sát nhân dân tối cao", IssuerCode: "VKSTC", IssuedOn: "2022-12-27",
			Title: "Phát động thi đua ngành Kiểm sát", Body: "Căn cứ Chỉ thị số 19/CT-TTg, Viện trưởng phát động thi đua: kiểm sát viên liêm khiết.",
			Cites: []string{"19/CT-TTg"}, Implements: []string{"19/CT-TTg"}, Themes: []string{"Công minh, chính trực", "Đoàn kết, sáng tạo"}},
		{ID: "kh16", Symbol: "16/KH-HĐTĐKT", Kind: "ke_hoach", Issuer: "Hội đồng Thi đua - Khen thưởng", IssuedOn: "2021-12-01",
			Title: "Kế hoạch thực hiện Chỉ thị 19", Body: "Kế hoạch thực hiện Chỉ thị số 19/CT-TTg. Khen thưởng kịp thời cán bộ. Thi hành ngay.",
			Cites: []string{"19/CT-TTg", "34-CT/TW"}, Implements: []string{"19/CT-TTg"}, Dues: []string{"2026-03-01"}},
		{ID: "dang34", Symbol: "34-CT/TW", Kind: "chi_thi", Issuer: "Ban Bí thư", IssuedOn: "2014-04-07",
			Title: "Tiếp tục đổi mới công tác thi đua, khen thưởng", Body: "Công tác thi đua, khen thưởng còn hình thức."},
		{ID: "bcsd", Symbol: "109-NQ/BCSĐ", Kind: "nghi_quyet", Issuer: "Ban cán sự đảng", IssuedOn: "2019-08-01",
			Title: "Nghị quyết về công tác cán bộ", Body: "Đồng chí cán bộ gương mẫu. Hoà giải ở cơ sở. Cây dừa."},
	}
}

func texts(docs []Doc) func(context.Context, string) (Doc, error) {
	byID := make(map[string]Doc, len(docs))
	for _, d := range docs {
		byID[d.ID] = d
	}
	return func(_ context.Context, id string) (Doc, error) {
		d, ok := byID[id]
		if !ok {
			return Doc{}, fmt.Errorf("no document %q", id)
		}
		return d, nil
	}
}

func openWorld(t testing.TB, docs []Doc) *Index {
	t.Helper()
	x, err := Open(t.Context(), t.TempDir(), Options{Text: texts(docs)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	if err := x.Apply(t.Context(), docs, nil, 7); err != nil {
		t.Fatal(err)
	}
	return x
}

func search(t testing.TB, x *Index, q string, f Filters) *Response {
	t.Helper()
	n, err := query.Parse(q)
	if err != nil {
		t.Fatal(err)
	}
	r, err := x.Search(t.Context(), Request{Query: n, Filters: f, Limit: 100})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func searchPage(t testing.TB, x *Index, q string, offset, limit int) *Response {
	t.Helper()
	n, err := query.Parse(q)
	if err != nil {
		t.Fatal(err)
	}
	r, err := x.Search(t.Context(), Request{Query: n, Offset: offset, Limit: limit})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func ids(r *Response) string {
	var out []string
	for _, h := range r.Hits {
		out = append(out, h.ID)
	}
	return strings.Join(out, " ")
}

// Each query names its first hits in order; "…" at the end allows more.
func TestSearchFindsFirst(t *testing.T) {
	x := openWorld(t, world())
	tests := []struct{ name, query, want string }{
		{"everything", "", "bcsd ct02 ct19 ct19old dang34 kh16"},
		{"words", "bảo vệ rừng", "ct19old"},
		{"words without marks", "bao ve rung", "ct19old"},
		{"other tone place", "hòa giải", "bcsd"},
		{"marks decide the order", "dừa", "bcsd …"},
		{"symbol", "19/CT-TTg", "ct19 …"},
		{"symbol in pieces", "ct 19 ttg", "ct19 …"},
		{"symbol without zeros", "2/ct-vkstc", "ct02"},
		{"symbol run together", "02 ctvkstc", "ct02"},
		{"symbol in pieces, other order", "02 ct vkstc", "ct02"},
		{"symbol of the Party", "34-CT/TW", "dang34 …"},
		{"symbol with the wrong d", "109-NQ/BCSD", "bcsd"},
		{"spoken symbol with year", "chỉ thị 19 năm 2021 thủ tướng", "ct19 …"},
		{"spoken symbol with another year", "chỉ thị số 19 năm 2017 của thủ tướng", "ct19old …"},
		{"phrase", `"khen thưởng kịp thời"`, "kh16"},
		{"phrase whose pairs stand apart", `"thi đua khen thưởng còn"`, "dang34"},
		{"no such phrase", `"công tác cán bộ gương"`, ""},
		{"not", "thi đua -kind:chi_thi", ""},
		{"must not phrase", `"thi đua" -"phong trào"`, "dang34 ct02"},
		{"or", "rừng OR giải", "bcsd ct19old"},
		{"kind", "kind:nghi_quyet", "bcsd"},
		{"issuer by code", "issuer:vkstc", "ct02"},
		{"issuer by words", `issuer:"kiểm sát"`, "ct02"},
		{"signer", `signer:"minh chinh"`, "ct19"},
		{"theme", `theme:"công minh"`, "ct02"},
		{"title", `title:"bảo vệ"`, "ct19old"},
		{"task", "task:phong", "ct19"},
		{"lead", `lead:"nội vụ"`, "ct19"},
		{"due", "due:<2026-01-01", "ct19"},
		{"due month", "due:2026-03", "kh16"},
		{"date", "date:2021..2022", "ct02 ct19 kh16"},
		{"cites", "cites:34-ct/tw", "kh16"},
		{"implements", "implements:19/CT-TTg", "ct02 kh16"},
		{"symbol field, a piece", "symbol:vkstc", "ct02"},
		{"only punctuation", `"…"`, "bcsd ct02 ct19 ct19old dang34 kh16"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := ids(search(t, x, tt.query, Filters{}))
			if want, more := strings.CutSuffix(tt.want, " …"); more {
				if got != want && !strings.HasPrefix(got, want+" ") {
					t.Errorf("%s: %q, want %q first", tt.query, got, want)
				}
			} else if got != want && !sameSet(got, want) {
				t.Errorf("%s: %q, want %q", tt.query, got, want)
			}
		})
	}
}

func sameSet(a, b string) bool {
	m := map[string]int{}
	for _, s := range strings.Fields(a) {
		m[s]++
	}
	for _, s := range strings.Fields(b) {
		m[s]--
	}
	for _, n := range m {
		if n != 0 {
			return false
		}
	}
	return true
}

func TestFilters(t *testing.T) {
	x := openWorld(t, world())
	tests := []struct {
		name string
		f    Filters
		want string
	}{
		{"kind", Filters{Kind: "chi_thi"}, "ct19 ct02 dang34"},
		{"issuer", Filters{Issuer: "Thủ tướng Chính phủ"}, "ct19"},
		{"issuer by code", Filters{Issuer: "TTg"}, "ct19"},
		{"theme", Filters{Theme: "Đoàn kết, sáng tạo"}, "ct19 ct02"},
		{"from", Filters{From: "2021-07-16"}, "ct19 ct02"},
		{"from and to", Filters{From: "2014", To: "2021-07"}, "ct19 dang34"},
		{"in title", Filters{In: InTitle}, "ct19 ct02 dang34"},
		{"in task", Filters{In: InTask}, "ct19"},
		{"nothing", Filters{Kind: "bao_cao"}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := ids(search(t, x, `"thi đua"`, tt.f)); !sameSet(got, tt.want) {
				t.Errorf("%+v: %q, want %q", tt.f, got, tt.want)
			}
		})
	}
	if _, err := x.Search(t.Context(), Request{Filters: Filters{In: "footer"}}); err == nil {
		t.Error("an unknown part gave no error")
	}
}

// Every count of a facet is the number of results that the filter with its value gives.
func TestFacetsAgreeWithResults(t *testing.T) {
	x := openWorld(t, world())
	for _, q := range []string{"", "thi đua", `"thi đua khen thưởng"`, "kind:chi_thi"} {
		r := search(t, x, q, Filters{})
		check := func(name string, counts []Count, f func(string) Filters) {
			for _, c := range counts {
				if got := search(t, x, q, f(c.Value)).Total; got != c.Count {
					t.Errorf("%q: facet %s %q counts %d, the filter finds %d", q, name, c.Value, c.Count, got)
				}
			}
		}
		check("kind", r.Facets.Kind, func(v string) Filters { return Filters{Kind: v} })
		check("issuer", r.Facets.Issuer, func(v string) Filters { return Filters{Issuer: v} })
		check("theme", r.Facets.Theme, func(v string) Filters { return Filters{Theme: v} })
		check("year", r.Facets.Year, func(v string) Filters { return Filters{From: v, To: v} })
	}
	if got := search(t, x, "", Filters{}).Facets.Kind; cmp.Diff([]Count{{"chi_thi", 4}, {"ke_hoach", 1}, {"nghi_quyet", 1}}, got) != "" {
		t.Errorf("kinds: %v", got)
	}
}

func TestSortAndPages(t *testing.T) {
	x := openWorld(t, world())
	var newest, paged []string
	for _, sort := range []string{ByNewest, ByOldest} {
		r, err := x.Search(t.Context(), Request{Sort: sort})
		if err != nil {
			t.Fatal(err)
		}
		newest = append(newest, ids(r))
	}
	if d := cmp.Diff([]string{"ct02 kh16 ct19 bcsd ct19old dang34", "dang34 ct19old bcsd ct19 kh16 ct02"}, newest); d != "" {
		t.Error(d)
	}
	for off := 0; off < 8; off += 2 {
		r, err := x.Search(t.Context(), Request{Limit: 2, Offset: off})
		if err != nil || r.Total != 6 {
			t.Fatal(r, err)
		}
		paged = append(paged, ids(r))
	}
	if d := cmp.Diff([]string{"bcsd ct02", "ct19 ct19old", "dang34 kh16", ""}, paged); d != "" {
		t.Error(d)
	}
}

func TestApplyUpdatesAndDeletes(t *testing.T) {
	x := openWorld(t, world())
	if n, err := x.Seq(); n != 7 || err != nil {
		t.Errorf("Seq() = %d, %v; want 7", n, err)
	}
	changed := world()[0]
	changed.Body = "Nội dung mới hẳn."
	if err := x.Apply(t.Context(), []Doc{changed}, []string{"ct19old", "never there"}, 9); err != nil {
		t.Fatal(err)
	}
	if n, _ := x.Seq(); n != 9 {
		t.Errorf("Seq() = %d, want 9", n)
	}
	if n, _ := x.Count(); n != 5 {
		t.Errorf("%d documents, want 5", n)
	}
	for q, want := range map[string]string{"thiết thực": "", "mới hẳn": "ct19", "bảo vệ rừng": ""} {
		if got := ids(search(t, x, q, Filters{})); got != want {
			t.Errorf("%s: %q, want %q", q, got, want)
		}
	}
}

// Another process searches and writes while this one has the index open, and each sees what the other wrote.
func TestSeveralOpenIndexes(t *testing.T) {
	dir := t.TempDir()
	var all []*Index
	for range 3 {
		x, err := Open(t.Context(), dir, Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer x.Close()
		all = append(all, x)
	}
	var wg sync.WaitGroup
	for i, x := range all {
		wg.Go(func() {
			for j := range 4 {
				d := Doc{ID: fmt.Sprint(i, "-", j), Body: "thi đua"}
				if err := x.Apply(t.Context(), []Doc{d}, nil, int64(i)); err != nil {
					t.Error(err)
				}
				n, _ := query.Parse("thi đua")
				if _, err := x.Search(t.Context(), Request{Query: n}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	for _, x := range all {
		if n, err := x.Count(); n != 12 || err != nil {
			t.Errorf("Count() = %d, %v; want 12", n, err)
		}
	}
	snaps, _ := filepath.Glob(filepath.Join(dir, "snap-*"))
	if len(snaps) != 1 {
		t.Errorf("%d snapshots are left, want 1: %v", len(snaps), snaps)
	}
}

func TestLocked(t *testing.T) {
	dir := t.TempDir()
	x, err := Open(t.Context(), dir, Options{Wait: 300 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	unlock, err := layout{dir}.lock(t.Context(), time.Second)
	if err != nil {
		t.Fatal(err)
	}
	err = x.Apply(t.Context(), nil, nil, 1)
	if !errors.Is(err, ErrLocked) || !strings.Contains(err.Error(), dir) {
		t.Errorf("Apply beside a writer: %v, want ErrLocked with the folder's name", err)
	}
	if _, err := x.Search(t.Context(), Request{}); err != nil {
		t.Errorf("Search beside a writer: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := x.Apply(ctx, nil, nil, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("Apply with a cancelled context: %v", err)
	}
	unlock()
	if err := x.Apply(t.Context(), nil, nil, 1); err != nil {
		t.Errorf("Apply after the writer has gone: %v", err)
	}
}

// A disk that was full when the lock was made leaves a part of it.
func TestADamagedLockIsMadeAnew(t *testing.T) {
	whole := t.TempDir()
	unlock, err := layout{whole}.lock(t.Context(), time.Second)
	if err != nil {
		t.Fatal(err)
	}
	unlock()
	made, err := os.ReadFile(filepath.Join(whole, "lock"))
	if err != nil {
		t.Fatal(err)
	}
	head := string(made[:len(made)/2]) // both meta pages
	for name, content := range map[string]string{"empty": "", "short": "x", "noise": strings.Repeat("noise", 10_000), "noise behind a sound head": head + strings.Repeat("noise", 10_000)} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "lock"), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		unlock, err := layout{dir}.lock(t.Context(), time.Second)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if _, err := (layout{dir}).lock(t.Context(), time.Millisecond); !errors.Is(err, ErrLocked) {
			t.Errorf("%s: taken twice: %v", name, err)
		}
		unlock()
	}
}

// spoil overwrites nine tenths of each file that a pattern fits.
func spoil(t *testing.T, pattern string) {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: %v, %v", pattern, files, err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			continue // a folder
		}
		for i := len(data) / 10; i < len(data); i++ {
			data[i] = 0xa5
		}
		write(t, f, string(data))
	}
}

func TestRebuild(t *testing.T) {
	damage := []struct {
		name string
		do   func(t *testing.T, dir string)
	}{
		{"another schema", func(t *testing.T, dir string) { write(t, filepath.Join(dir, "schema"), "soichi index 0\n") }},
		{"no schema and no current", func(t *testing.T, dir string) { os.Remove(filepath.Join(dir, "current")) }},
		{"current is noise", func(t *testing.T, dir string) { write(t, filepath.Join(dir, "current"), "x") }},
		{"a segment is gone", func(t *testing.T, dir string) {
			zaps, _ := filepath.Glob(filepath.Join(dir, "snap-*", "store", "*.zap"))
			if len(zaps) == 0 {
				t.Fatal("no segments")
			}
			os.Remove(zaps[0])
		}},
		{"root.bolt is noise behind its head", func(t *testing.T, dir string) { spoil(t, filepath.Join(dir, "snap-*", "store", "root.bolt")) }},
		{"everything is noise behind its head", func(t *testing.T, dir string) {
			spoil(t, filepath.Join(dir, "*"))
			spoil(t, filepath.Join(dir, "*", "store", "*"))
		}},
		{"root.bolt is truncated", func(t *testing.T, dir string) {
			bolts, _ := filepath.Glob(filepath.Join(dir, "snap-*", "store", "root.bolt"))
			write(t, bolts[0], "")
			os.Truncate(bolts[0], 100)
		}},
	}
	for _, tt := range damage {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			x, err := Open(t.Context(), dir, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if err := x.Apply(t.Context(), world(), nil, 1); err != nil {
				t.Fatal(err)
			}
			x.Close()
			tt.do(t, dir)
			if _, err := Open(t.Context(), dir, Options{}); !errors.Is(err, ErrRebuild) {
				t.Fatalf("Open of the damaged index: %v, want ErrRebuild", err)
			}
			if err := Rebuild(t.Context(), dir, Options{}, each(world(), nil), 5); err != nil {
				t.Fatal(err)
			}
			y, err := Open(t.Context(), dir, Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer y.Close()
			seq, _ := y.Seq()
			if n, err := y.Count(); n != 6 || seq != 5 || err != nil {
				t.Errorf("after Rebuild: %d documents up to change %d, %v", n, seq, err)
			}
		})
	}
}

// A rebuild that fails half-way leaves the index as it was; readers that were open go over to a rebuilt one.
func TestRebuildFails(t *testing.T) {
	x := openWorld(t, world())
	broken := errors.New("disk on fire")
	if err := Rebuild(t.Context(), x.files.dir, Options{}, each(world()[:2], broken), 8); !errors.Is(err, broken) {
		t.Errorf("Rebuild: %v, want the store's error", err)
	}
	if n, err := x.Count(); n != 6 || err != nil {
		t.Errorf("%d documents, %v; want the 6 of before", n, err)
	}
	if err := Rebuild(t.Context(), x.files.dir, Options{}, each(world()[:2], nil), 8); err != nil {
		t.Fatal(err)
	}
	if n, err := x.Count(); n != 2 || err != nil {
		t.Errorf("%d documents, %v; want the 2 of the rebuilt index", n, err)
	}
}

func each(docs []Doc, last error) func(func(Doc, error) bool) {
	return func(yield func(Doc, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
		if last != nil {
			yield(Doc{}, last)
		}
	}
}

func write(t *testing.T, name, content string) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o700), os.WriteFile(name, []byte(content), 0o600)); err != nil {
		t.Fatal(err)
	}
}

func TestClosed(t *testing.T) {
	x := openWorld(t, nil)
	x.Close()
	if _, err := x.Search(t.Context(), Request{}); !errors.Is(err, ErrClosed) {
		t.Errorf("Search after Close: %v", err)
	}
	if err := x.Close(); err != nil {
		t.Errorf("second Close: %v", err)
	}
}

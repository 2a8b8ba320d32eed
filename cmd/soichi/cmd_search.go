package main

import (
	"context"
	"errors"
	"fmt"
	"html"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/document"
)

// finder is one run of `soichi search`.
type finder struct {
	*console
	catalog.SearchRequest
	save    string // name under which the search is saved
	like    string // document to find the like of
	suggest bool   // complete the query instead of searching for it
}

// newSearch makes `soichi search`.
func newSearch(c *console) *cobra.Command {
	s := &finder{console: c}
	cmd := &cobra.Command{
		Use:   "search QUERY",
		Short: "Tìm toàn văn: có dấu, không dấu, số hiệu, cụm từ (full text, with or without marks)",
		RunE: func(cmd *cobra.Command, args []string) error {
			s.Query = strings.Join(args, " ")
			if err := s.check(len(args)); err != nil {
				return err
			}
			return c.with(cmd.Context(), func(a *app) error { return s.run(cmd.Context(), a) })
		},
	}
	f := cmd.Flags()
	f.StringVar(&s.Kind, "kind", "", "loại văn bản: chi_thi, ke_hoach, ... (kind)")
	f.StringVar(&s.Issuer, "issuer", "", "cơ quan ban hành (issuer)")
	f.StringVar(&s.Theme, "theme", "", "chủ đề, phương châm, phong trào (theme)")
	f.StringVar(&s.Level, "level", "", "cấp ban hành: trung_uong, tinh, huyen, xa (level of the issuer)")
	f.StringVar(&s.Lead, "lead", "", "đơn vị chủ trì nhiệm vụ (unit that leads a task)")
	f.StringVar(&s.State, "state", "", "văn bản giao nhiệm vụ đã được trả lời đến đâu: reported, planned, acknowledged, missing (what answers it at best)")
	f.BoolVar(&s.States, "states", false, "đếm cả theo tình trạng trả lời (count by state too)")
	f.StringVar(&s.From, "from", "", "từ ngày, tháng hoặc năm: 2024-12-31, 2024-12, 2024 (issued from)")
	f.StringVar(&s.To, "to", "", "đến hết ngày, tháng hoặc năm (issued to)")
	f.StringVar(&s.In, "in", "", "tìm trong: title, body, task (where)")
	f.StringVar(&s.Sort, "sort", "", "newest | oldest | symbol; mặc định theo mức phù hợp (order)")
	f.IntVar(&s.Limit, "limit", 10, "số kết quả (results a page)")
	f.IntVar(&s.Offset, "offset", 0, "bỏ qua (results to skip)")
	f.StringVar(&s.save, "save", "", "lưu câu tìm dưới tên này; xem tin mới bằng `soichi saved` (save under a name)")
	f.StringVar(&s.like, "like", "", "tìm văn bản tương tự văn bản này, không cần QUERY (documents like DOC)")
	f.BoolVar(&s.suggest, "suggest", false, "gợi ý cho câu đang gõ dở (complete what is typed)")
	return cmd
}

// check finds wrong usage before the library is opened.
func (s *finder) check(args int) error {
	switch {
	case args == 0 && s.like == "":
		return usageError{errors.New("search: QUERY is missing; \"\" lists everything")}
	case args > 0 && s.like != "", s.like != "" && s.suggest, s.save != "" && (s.like != "" || s.suggest):
		return usageError{errors.New("search: one of QUERY, QUERY with --save, QUERY with --suggest, --like DOC")}
	case s.Limit < 0 || s.Offset < 0:
		return usageError{errors.New("--limit and --offset count from 0")}
	case s.Kind != "" && document.KindName(s.Kind) == "":
		return usageError{fmt.Errorf("--kind %q: no such kind; write it as chi_thi, ke_hoach, bao_cao", s.Kind)}
	}
	for _, o := range []struct{ flag, value, allowed string }{
		{"in", s.In, "title body task"}, {"sort", s.Sort, "newest oldest symbol"},
		{"level", s.Level, "trung_uong tinh huyen xa"}, {"state", s.State, "reported planned acknowledged missing"},
	} {
		if allowed := strings.Fields(o.allowed); o.value != "" && !slices.Contains(allowed, o.value) {
			return usageError{fmt.Errorf("--%s %q: one of %s", o.flag, o.value, strings.Join(allowed, ", "))}
		}
	}
	return nil
}

func (s *finder) run(ctx context.Context, a *app) error {
	switch {
	case s.like != "":
		hits, err := a.catalog.Like(ctx, s.like, s.Limit)
		if err != nil {
			return err
		}
		return s.show(hits, func() { s.printList(hits) })
	case s.suggest:
		list, err := a.catalog.Suggest(ctx, s.Query, s.Limit)
		if err != nil {
			return err
		}
		return s.show(list, func() {
			for _, one := range list {
				fmt.Fprintln(s.out, strings.TrimRight(one.Text+"\t"+string(one.Note), "\t"))
			}
		})
	}
	res, err := a.catalog.Search(ctx, s.SearchRequest)
	if err != nil {
		return err
	}
	if s.save != "" {
		if err := a.catalog.Save(ctx, s.save, s.SearchRequest); err != nil {
			return err
		}
		s.logf("đã lưu (saved): %s", s.save)
	}
	if s.json {
		return s.print(res)
	}
	return s.printHits(res)
}

// show prints an answer as JSON or for a person.
func (c *console) show(v any, person func()) error {
	if c.json {
		return c.print(v)
	}
	person()
	return nil
}

// marks shows hits between brackets, where a terminal has no bold.
var marks = strings.NewReplacer("<mark>", "[", "</mark>", "]")

func (c *console) printHits(res *catalog.SearchResult) error {
	fmt.Fprintf(c.out, "%d văn bản\n", res.Total)
	if res.DidYouMean != "" {
		fmt.Fprintf(c.out, "ý bạn là (did you mean): %s\n", res.DidYouMean)
	}
	for _, w := range res.NotHeld {
		fmt.Fprintf(c.out, "không có trong kho (not held): %s, %d văn bản viện dẫn (cite it)\n", headline(w.Kind, w.Symbol, w.IssuedOn, w.Issuer), len(w.By))
	}
	c.printList(res.Hits)
	for _, f := range []struct {
		name string
		list []catalog.Count
	}{{"loại", res.Facets.Kind}, {"cơ quan", res.Facets.Issuer}, {"năm", res.Facets.Year}, {"chủ đề", res.Facets.Theme},
		{"cấp", res.Facets.Level}, {"chủ trì", res.Facets.Lead}, {"trả lời", res.Facets.State}} {
		if len(f.list) == 0 {
			continue
		}
		var parts []string
		for _, k := range f.list[:min(len(f.list), 6)] {
			parts = append(parts, fmt.Sprintf("%s (%d)", k.Value, k.Count))
		}
		fmt.Fprintf(c.out, "\n%s: %s", f.name, strings.Join(parts, ", "))
	}
	_, err := fmt.Fprintln(c.out)
	return err
}

// printList prints hits with their passages, each with its place.
func (c *console) printList(hits []catalog.Hit) {
	for i, h := range hits {
		fmt.Fprintf(c.out, "\n%d. %s\n   %s\n", i+1, headline(h.Kind, h.Symbol, h.IssuedOn, h.Title), h.ID+"  "+h.Path)
		for _, p := range h.Passages {
			fmt.Fprintf(c.out, "   … %s%s\n", placeOf(p), html.UnescapeString(marks.Replace(strings.Join(strings.Fields(p.Marked), " "))))
		}
	}
}

// placeOf says where a passage stands, "" where the document has neither divisions nor pages.
func placeOf(p catalog.Passage) string {
	var parts []string
	if p.Section != "" {
		parts = append(parts, string(p.Section))
	}
	if p.Task != nil {
		parts = append(parts, fmt.Sprintf("nhiệm vụ %d", *p.Task+1))
	}
	if p.Page > 0 {
		parts = append(parts, fmt.Sprintf("tr. %d", p.Page))
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, ", ") + ": "
}

// headline names a document in one line, as an officer would.
func headline(kind, symbol, issuedOn, title document.NullString) string {
	var parts []string
	if name := document.KindName(string(kind)); name != "" {
		parts = append(parts, name)
	}
	if symbol != "" {
		parts = append(parts, "số "+string(symbol))
	}
	if issuedOn != "" {
		parts = append(parts, "ngày "+vietDate(string(issuedOn)))
	}
	s := strings.Join(parts, " ")
	if title != "" {
		s += ": " + strings.Join(strings.Fields(string(title)), " ")
	}
	return s
}

// vietDate writes an ISO date the Vietnamese way; a month or year alone stays what it is.
func vietDate(iso string) string {
	p := strings.Split(iso, "-")
	for i, j := 0, len(p)-1; i < j; i, j = i+1, j-1 {
		p[i], p[j] = p[j], p[i]
	}
	return strings.Join(p, "/")
}

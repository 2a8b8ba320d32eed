package main

import (
	"fmt"
	"html"
	"strings"

	"github.com/spf13/cobra"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/document"
)

// newSearch makes `soichi search`.
func newSearch(c *console) *cobra.Command {
	var r catalog.SearchRequest
	cmd := &cobra.Command{
		Use:   "search QUERY",
		Short: "Tìm toàn văn: có dấu, không dấu, số hiệu, cụm từ (full text, with or without marks)",
		Args:  arguments(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			r.Query = strings.Join(args, " ")
			if err := checkSearch(r); err != nil {
				return err
			}
			return c.with(cmd.Context(), func(a *app) error {
				res, err := a.catalog.Search(cmd.Context(), r)
				if err != nil {
					return err
				}
				if c.json {
					return c.print(res)
				}
				return c.printHits(res)
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&r.Kind, "kind", "", "loại văn bản: chi_thi, ke_hoach, ... (kind)")
	f.StringVar(&r.Issuer, "issuer", "", "cơ quan ban hành (issuer)")
	f.StringVar(&r.Theme, "theme", "", "chủ đề, phương châm, phong trào (theme)")
	f.StringVar(&r.From, "from", "", "từ ngày, YYYY-MM-DD (issued from)")
	f.StringVar(&r.To, "to", "", "đến ngày, YYYY-MM-DD (issued to)")
	f.StringVar(&r.In, "in", "", "tìm trong: title, body, task (where)")
	f.StringVar(&r.Sort, "sort", "", "newest | oldest; mặc định theo mức phù hợp (order)")
	f.IntVar(&r.Limit, "limit", 10, "số kết quả (results a page)")
	f.IntVar(&r.Offset, "offset", 0, "bỏ qua (results to skip)")
	return cmd
}

// checkSearch finds wrong usage before the library is opened.
func checkSearch(r catalog.SearchRequest) error {
	if r.In != "" && r.In != "title" && r.In != "body" && r.In != "task" {
		return usageError{fmt.Errorf("--in %q: one of title, body, task", r.In)}
	}
	if r.Sort != "" && r.Sort != "newest" && r.Sort != "oldest" {
		return usageError{fmt.Errorf("--sort %q: one of newest, oldest", r.Sort)}
	}
	if r.Limit < 0 || r.Offset < 0 {
		return usageError{fmt.Errorf("--limit and --offset count from 0")}
	}
	if r.Kind != "" && document.KindName(r.Kind) == "" {
		return usageError{fmt.Errorf("--kind %q: no such kind; write it as chi_thi, ke_hoach, bao_cao", r.Kind)}
	}
	return nil
}

// marks shows hits between brackets, where a terminal has no bold.
var marks = strings.NewReplacer("<mark>", "[", "</mark>", "]")

func (c *console) printHits(res *catalog.SearchResult) error {
	fmt.Fprintf(c.out, "%d văn bản\n", res.Total)
	for i, h := range res.Hits {
		fmt.Fprintf(c.out, "\n%d. %s\n   %s\n", i+1, headline(h.Kind, h.Symbol, h.IssuedOn, h.Title), h.ID+"  "+h.Path)
		for _, p := range h.Passages {
			section := ""
			if p.Section != "" {
				section = string(p.Section) + ": "
			}
			fmt.Fprintf(c.out, "   … %s%s\n", section, html.UnescapeString(marks.Replace(strings.Join(strings.Fields(p.Marked), " "))))
		}
	}
	for _, f := range []struct {
		name string
		list []catalog.Count
	}{{"loại", res.Facets.Kind}, {"cơ quan", res.Facets.Issuer}, {"năm", res.Facets.Year}, {"chủ đề", res.Facets.Theme}} {
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

package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/document"
)

// newShow makes `soichi show`.
func newShow(c *console) *cobra.Command {
	return &cobra.Command{
		Use:   "show DOC",
		Short: "Một văn bản: các trường và nơi lấy ra, nhiệm vụ, viện dẫn đi và đến (one document)",
		Args:  arguments(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.with(cmd.Context(), func(a *app) error {
				d, err := a.catalog.Document(cmd.Context(), args[0])
				if err != nil {
					return err
				}
				if c.json {
					return c.print(d)
				}
				return printDocument(c.out, d)
			})
		},
	}
}

// printDocument writes a document for a person: each value with its place and how sure it is.
func printDocument(out io.Writer, d *catalog.Shown) error {
	w := &lines{w: out}
	printFields(w, d.Document)
	for _, k := range d.Corrections {
		w.f("%-12s %s\n", "Đã sửa", wordOf(k))
	}
	for _, t := range d.Themes {
		role := ""
		if t.Role != "" {
			role = " (" + string(t.Role) + ")"
		}
		w.f("%-12s %s%s  @%d\n", themeNames[t.Kind], oneLine(t.Text, 160), role, t.Span.Start)
		if t.OrganisedBy != nil {
			w.f("%-12s tổ chức theo: %s\n", "", oneLine(d.Citations[*t.OrganisedBy].Span.Exact, 120))
		}
	}
	if len(d.Tasks) > 0 {
		w.f("\nNhiệm vụ (%d)\n", len(d.Tasks))
	}
	for i, t := range d.Tasks {
		printTask(w, i, t)
	}
	if len(d.Results) > 0 {
		w.f("\nKết quả (%d)\n", len(d.Results))
	}
	for _, r := range d.Results {
		w.f("  %v %s: %s  @%d\n", r.Value, r.Unit, oneLine(r.Measure, 90), r.Span.Start)
	}
	if len(d.Citations) > 0 {
		w.f("\nViện dẫn (%d)\n", len(d.Citations))
	}
	states := map[int]catalog.ShownLink{}
	for _, l := range d.Links {
		states[l.Citation] = l
	}
	for i, k := range d.Citations {
		l := states[i]
		to := string(l.State)
		if k.ResolvesTo != "" {
			to = "→ " + string(k.ResolvesTo)
		}
		w.f("  %-12s %s  @%d  %s\n", k.Relation, oneLine(k.Span.Exact, 120), k.Span.Start, to)
		for _, candidate := range l.Candidates {
			w.f("               ? %s: %s\n", candidate.ID, candidate.Reason)
		}
	}
	if len(d.CitedBy) > 0 {
		w.f("\nĐược viện dẫn bởi (%d)\n", len(d.CitedBy))
	}
	for _, m := range d.CitedBy {
		w.f("  %-12s %s  %s\n", m.Relation, headline(m.Kind, m.Symbol, m.IssuedOn, document.NullString(oneLine(string(m.Title), 100))), m.Document)
	}
	return w.err
}

var themeNames = map[string]string{
	document.ThemeSubject: "Chủ đề", document.ThemeMotto: "Phương châm", document.ThemeMovement: "Phong trào",
}

func printFields(w *lines, d *document.Document) {
	line := func(name, value string, e document.Evidence) {
		at := ""
		if e.Span != nil {
			at = fmt.Sprintf("@%d ", e.Span.Start)
		}
		doubt := ""
		if e.Suggested {
			doubt = "  gợi ý, cần người xem (suggested)"
		}
		w.f("%-12s %s  %s%s %.2f%s\n", name, oneLine(value, 300), at, e.Method, e.Confidence, doubt)
	}
	none := func(name string) { w.f("%-12s (không có)\n", name) }
	field := func(name string, f *document.Field) {
		if f == nil {
			none(name)
			return
		}
		line(name, f.Value, f.Evidence)
	}
	w.f("%-12s %s  %s\n", "Id", d.ID, d.Source.Path)
	if d.Kind != nil {
		line("Loại", d.Kind.Name, d.Kind.Evidence)
	}
	field("Số hiệu", d.Symbol)
	if d.Issuer != nil {
		line("Cơ quan", d.Issuer.Value, d.Issuer.Evidence)
	} else {
		none("Cơ quan")
	}
	field("Ngày", d.IssuedOn)
	if d.PublishedOn != nil {
		field("Đăng ngày", d.PublishedOn)
	}
	field("Nơi", d.Place)
	field("Trích yếu", d.Title)
	if d.Signer != nil {
		who := strings.TrimSpace(string(d.Signer.Authority) + " " + string(d.Signer.Position))
		line("Người ký", strings.TrimSpace(d.Signer.Value+", "+who), d.Signer.Evidence)
	} else {
		none("Người ký")
	}
	if d.Secrecy != nil {
		field("Độ mật", d.Secrecy)
	}
	if d.Urgency != nil {
		field("Độ khẩn", d.Urgency)
	}
	for _, r := range d.Recipients {
		purpose := ""
		if r.Purpose != "" {
			purpose = " (" + string(r.Purpose) + ")"
		}
		w.f("%-12s %s%s  @%d\n", "Nơi nhận", oneLine(r.Text, 160), purpose, r.Span.Start)
	}
}

func printTask(w *lines, i int, t document.Task) {
	w.f("  %2d. [%s] %s  @%d\n", i+1, t.Section, oneLine(t.Text, 200), t.Span.Start)
	if len(t.Lead) > 0 {
		w.f("      chủ trì: %s\n", strings.Join(t.Lead, "; "))
	}
	if len(t.Support) > 0 {
		w.f("      phối hợp: %s\n", strings.Join(t.Support, "; "))
	}
	if t.Due != nil {
		w.f("      thời hạn: %s (%s)\n", t.Due.Text, strings.TrimSpace(string(t.Due.Value)+" "+string(t.Due.Recurrence)))
	}
}

// oneLine folds blanks and cuts at a number of letters.
func oneLine(s string, letters int) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) <= letters {
		return string(r)
	}
	return strings.TrimSpace(string(r[:letters])) + "…"
}

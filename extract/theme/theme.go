package theme

import (
	"slices"
	"sort"
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
	"github.com/soichi/soichi/extract/structure"
	"github.com/soichi/soichi/viet"
)

// found is one name in the view.
type found struct {
	kind string
	role string
	r    document.Range
}

// Extract returns what a document names, in reading order, repeated mentions included.
func Extract(o *structure.Outline) []document.Theme {
	if o == nil || o.View == nil {
		return nil
	}
	var all []found
	for _, b := range o.Blocks {
		if b.Region == structure.Recipients || b.Region == structure.Signature || o.View.Paras[b.Para].Role == normalize.Note {
			continue
		}
		all = paragraph(all, o.View.Text, b.Whole)
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].r.Start < all[j].r.Start })
	var out []document.Theme
	for i, f := range all {
		if i > 0 && all[i-1].r == f.r {
			continue
		}
		out = append(out, document.Theme{Kind: f.kind, Role: document.NullString(f.role),
			Text: strings.Join(strings.Fields(f.r.In(o.View.Text)), " "), Span: o.View.Span(f.r)})
	}
	return out
}

// reader reads the names of one paragraph.
type reader struct {
	s, low string // the paragraph, and the same in lower case
	quotes []document.Range
	taken  map[int]bool // the quotations that are names already
}

// paragraph adds the names of one paragraph.
func paragraph(all []found, text string, r document.Range) []found {
	s := r.In(text)
	if !worth(s) || strings.Contains(s, "Ảnh:") { // the legend of a picture names what it shows
		return all
	}
	p := &reader{s: s, low: viet.Lower(s), quotes: quoted(s), taken: map[int]bool{}}
	add := func(kind, role string, n document.Range) {
		all = append(all, found{kind, role, document.Range{Start: r.Start + n.Start, End: r.Start + n.End}})
	}
	cues := cuesIn(p.low)
	covered := 0 // an unquoted name may hold a further cue
	for k, c := range cues {
		limit := len(s)
		if k+1 < len(cues) {
			limit = cues[k+1].start
		}
		if c.start < covered {
			continue
		}
		role := ""
		if c.kind == document.ThemeMovement {
			role = roleOf(s[:c.start])
		}
		for _, n := range p.names(c, limit) {
			covered = max(covered, n.End)
			add(c.kind, role, n)
		}
	}
	for i, q := range p.quotes {
		if _, ok := table().known[viet.Letters(q.In(s))]; ok && !p.taken[i] {
			add(document.ThemeMovement, roleOf(s[:q.Start]), q)
		}
	}
	return all
}

// names gives the names that a cue introduces before limit, where the next cue stands.
func (p *reader) names(c cue, limit int) []document.Range {
	moves := c.kind == document.ThemeMovement
	if i := slices.IndexFunc(p.quotes, func(q document.Range) bool { return q.Start <= c.start && c.start < q.End }); i >= 0 {
		if !moves || p.quotes[i].Start < c.start {
			return nil
		}
		p.taken[i] = true
		return p.behind(c, p.quotes[i].End)
	}
	if moves {
		if out := p.celebrates(c); out != nil {
			return out
		}
	}
	switch out := p.after(c, limit); {
	case out != nil:
		return out
	case moves:
		return p.bare(c)
	}
	return p.stated(c)
}

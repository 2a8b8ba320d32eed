package extract

import (
	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
)

// movementReach is how far behind a movement's name its footnote may stand, in code points: "giai đoạn 2021 - 2025" and
// a closing quote come between.
const movementReach = 60

// tieMovements gives each movement the citation in the footnote at its name: the plan by which it is run.
func tieMovements(v *normalize.View, d *document.Document) {
	for i, c := range d.Citations {
		if c.Relation != document.OrganisedBy {
			continue
		}
		at := anchorOf(v, c)
		best := -1
		for j, t := range d.Themes {
			if t.Kind == document.ThemeMovement && t.Span.End <= at && at-t.Span.End <= movementReach && (best < 0 || t.Span.End > d.Themes[best].Span.End) {
				best = j
			}
		}
		if best >= 0 && d.Themes[best].OrganisedBy == nil {
			index := i
			d.Themes[best].OrganisedBy = &index
		}
	}
}

// anchorOf gives the place in the text, in code points, where the mark of the footnote that holds a citation stands, -1
// where it is not known.
func anchorOf(v *normalize.View, c document.Citation) int {
	for _, p := range v.Paras {
		if p.Role != normalize.Note || p.Anchor <= 0 {
			continue
		}
		if s := v.Span(p.Range); s.Start <= c.Span.Start && c.Span.End <= s.End {
			return v.Span(document.Range{Start: 0, End: p.Anchor}).End
		}
	}
	return -1
}

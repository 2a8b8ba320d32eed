package flow

import (
	"sort"
	"strings"

	"github.com/soichi/soichi/extract/legacy"
)

// decode turns text in old Vietnamese encodings into Unicode: first the runs whose font promises one, then the others if
// they read as Vietnamese only when decoded.
func (d *Document) decode() {
	used := map[legacy.Encoding]bool{}
	lying := d.lyingFonts()
	d.runs(func(r *Run) {
		if markOf(r) {
			return
		}
		e, capitals := legacy.ByFont(r.Font)
		if e == legacy.None || lying[r.Font] {
			if capitals && !strings.ContainsAny(r.Text, "abcdefghijklmnopqrstuvwxyz") {
				r.Text = strings.ToUpper(r.Text) // a converter left "SắC LệNH", because the font showed it as capitals
			}
			if marked := privateMarks(r.Text, r.Font); marked != r.Text {
				r.Text, r.decoded = marked, true
			}
			return
		}
		was := r.Text
		if r.Text = e.DecodeString(r.Text); r.Text != was {
			used[e] = true
		}
		r.decoded = true
		if capitals {
			r.Text = strings.ToUpper(r.Text)
		}
	})
	d.guess(used)
	d.Decoded = nil
	for e := range used {
		d.Decoded = append(d.Decoded, string(e))
	}
	sort.Strings(d.Decoded)
}

// lyingFonts gives the fonts that name an old encoding while their text is already Unicode, as happens when text is
// pasted into an old template. One font speaks for all its runs: short words such as "là" look the same in both.
func (d *Document) lyingFonts() map[string]bool {
	unicodeRuns, bytesRuns := map[string]int{}, map[string]int{}
	d.runs(func(r *Run) {
		if e, _ := legacy.ByFont(r.Font); e == legacy.None {
			return
		}
		switch {
		case legacy.HasVietnamese(r.Text):
			unicodeRuns[r.Font]++
		case !legacy.IsASCII(r.Text):
			bytesRuns[r.Font]++
		}
	})
	lying := map[string]bool{}
	for font, n := range unicodeRuns {
		lying[font] = n >= bytesRuns[font]
	}
	return lying
}

// guess decodes the runs without telling fonts, if hardly any of them is Unicode Vietnamese and together they read as
// Vietnamese in one of the encodings.
func (d *Document) guess(used map[legacy.Encoding]bool) {
	const enough = 16 << 10
	var sample strings.Builder
	candidate := func(r *Run) bool { return !r.decoded && !legacy.IsASCII(r.Text) && !legacy.HasVietnamese(r.Text) }
	unicodeRuns, others := 0, 0
	d.runs(func(r *Run) {
		switch {
		case r.decoded:
			return
		case legacy.HasVietnamese(r.Text):
			unicodeRuns++
		case !legacy.IsASCII(r.Text):
			others++
		}
		if sample.Len() < enough && !legacy.HasVietnamese(r.Text) {
			sample.WriteString(r.Text)
		}
	})
	e := legacy.Guess(sample.String())
	if e == legacy.None || unicodeRuns*20 > others {
		return
	}
	used[e] = true
	d.runs(func(r *Run) {
		if candidate(r) {
			r.Text = e.DecodeString(r.Text)
		}
	})
}

// runs visits every run, those of notes and cells included. Between paragraphs it visits a run of a blank of its own, so
// that words of two paragraphs do not grow together for those who collect them.
func (d *Document) runs(visit func(*Run)) {
	visitBlocks(d.Blocks, visit)
	for i := range d.Notes {
		visitBlocks(d.Notes[i].Blocks, visit)
	}
}

func visitBlocks(blocks []Block, visit func(*Run)) {
	for _, b := range blocks {
		if b.Paragraph != nil {
			for i := range b.Paragraph.Runs {
				visit(&b.Paragraph.Runs[i])
			}
			visit(&Run{Text: "\n"})
		}
		if b.Table != nil {
			for _, r := range b.Table.Rows {
				for _, c := range r.Cells {
					visitBlocks(c.Blocks, visit)
				}
			}
		}
	}
}

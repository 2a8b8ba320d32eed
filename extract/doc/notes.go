package doc

// loadNotes finds the text of every foot- and endnote by the position of its mark. Marks and texts are two tables in the
// same order (MS-DOC 2.8.18 to 2.8.21). Positions of texts count from the start of their part.
func (f *file) loadNotes() {
	h := f.fib
	f.notes = map[int]note{}
	f.noteTable(h.footnoteRefs, h.footnoteTexts, h.text)
	f.noteTable(h.endnoteRefs, h.endnoteTexts, h.text+h.footnotes+h.headers+h.macros+h.comments)
}

func (f *file) noteTable(refs, texts place, base int) {
	r, t := refs.in(f.table), texts.in(f.table)
	n := (len(r) - 4) / 6
	for i := range max(n, 0) {
		if 4*i+8 > len(t) {
			return
		}
		body := f.clip(base+int(u32(t, 4*i)), base+int(u32(t, 4*i+4)))
		f.notes[int(u32(r, 4*i))] = note{box: body, numbered: u16(r, 4*(n+1)+2*i) != 0}
	}
}

// loadBoxes finds the text boxes of every drawing by the position of its anchor: anchors name shapes, and boxes name the
// shape they belong to (MS-DOC 2.8.37 and 2.8.32).
func (f *file) loadBoxes() {
	h := f.fib
	f.anchors, f.boxes = map[int]int{}, map[int][]box{}
	spa := h.spa.in(f.table)
	n := (len(spa) - 4) / 30
	for i := range max(n, 0) {
		f.anchors[int(u32(spa, 4*i))] = int(u32(spa, 4*(n+1)+26*i))
	}
	texts := h.boxText.in(f.table)
	base := h.text + h.footnotes + h.headers + h.macros + h.comments + h.endnotes
	n = (len(texts) - 4) / 26
	for i := range max(n, 0) {
		shape := int(u32(texts, 4*(n+1)+22*i+14))
		body := f.clip(base+int(u32(texts, 4*i)), base+int(u32(texts, 4*i+4)))
		if shape != 0 && body.end > body.start {
			f.boxes[shape] = append(f.boxes[shape], body)
		}
	}
}

// clip keeps a stretch of text within the text.
func (f *file) clip(start, end int) box {
	start = min(max(start, 0), len(f.units))
	return box{start, min(max(end, start), len(f.units))}
}

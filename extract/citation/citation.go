package citation

import (
	"cmp"
	"slices"
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
	"github.com/soichi/soichi/extract/structure"
	"github.com/soichi/soichi/register"
	"github.com/soichi/soichi/viet"
)

// Self is what is known of the citing document itself, "" where it is not: mentions of itself are no citations, and its
// body tells which province "UBND tỉnh" means.
type Self struct {
	Kind     string // "chi_thi"
	Symbol   string
	Issuer   string
	IssuedOn string // ISO 8601
}

// Register answers which body a symbol or a name stands for. A *register.Register does; nil leaves only the codes whose
// body never changed.
type Register interface {
	IssuerOf(s document.Symbol, on, context string) *register.Body
	Find(name, on string) (*register.Body, float64)
}

// usualGap is about how far apart the mentions of an act are, in bytes; the list of a paper with more of them grows.
const usualGap = 1500

// Extract returns the mentions of other documents in the order of the text. It is pure and safe for concurrent use.
func Extract(o *structure.Outline, self Self, reg Register) []document.Citation {
	text, title := joinTitle(o)
	x := &scanner{text: text, out: make([]mention, 0, 8+len(text)/usualGap)}
	for _, b := range o.Blocks {
		x.strict = b.Region == structure.Letterhead
		switch {
		case skipped(o, b, self):
		case b.Region != structure.Title:
			x.scan(b.Whole.Start, b.Whole.End)
		case b.Whole.Start == title.Start:
			x.scan(title.Start, title.End)
		}
	}
	if len(x.out) == 0 {
		return nil
	}
	e := &enricher{outline: o, text: text, self: self, reg: reg, out: x.out, bodies: map[string]string{}}
	e.dropSelf()
	e.relate()
	e.shareIssuers()
	e.repeat()
	e.fillIssuers()
	return e.citations()
}

// joinTitle gives the view's text with the printed lines of the title joined, which are paragraphs of the view, and the
// range of the title. Capitals below a line without are who decides, not what is decided: they stay a line of their own.
// Offsets stay the same.
func joinTitle(o *structure.Outline) (string, document.Range) {
	title := document.Range{Start: -1}
	for _, b := range o.Blocks {
		if b.Region != structure.Title {
			continue
		}
		if title.Start < 0 {
			title.Start = b.Whole.Start
		}
		title.End = b.Whole.End
	}
	text := o.View.Text
	if title.Start < 0 || !strings.Contains(title.In(text), "\n") {
		return text, title
	}
	var joined strings.Builder
	joined.Grow(len(text))
	done, before := 0, title.Start // what is written, and where the line before begins
	for at := title.Start; at < title.End; at++ {
		if text[at] != '\n' {
			continue
		}
		next, _, _ := strings.Cut(text[at+1:title.End], "\n")
		if !allCapital(next) || allCapital(text[before:at]) {
			joined.WriteString(text[done:at])
			joined.WriteByte(' ')
			done = at + 1
		}
		before = at
	}
	joined.WriteString(text[done:])
	return joined.String(), title
}

// longBlock is the length in bytes from which a block of the letterhead or the recipients is running text that the
// outline took for them.
const longBlock = 160

// skipped tells whether a block holds no citations by its place: the letterhead's own number and the lists of recipients.
// A subject ("V/v trả lời Công văn số …"), an annex's tie and running text stand there too and count, and so does
// everything in a letterhead once the own number is known, because it can then be told apart.
func skipped(o *structure.Outline, b structure.Block, self Self) bool {
	if b.Region != structure.Letterhead && b.Region != structure.Recipients || b.Whole.Len() > longBlock || b.Region == structure.Letterhead && self.Symbol != "" {
		return false
	}
	t := viet.Lower(strings.TrimLeft(o.Text(b), "( "))
	for _, opener := range []string{"v/v", "về việc", "kèm theo", "ban hành kèm", "căn cứ", "thực hiện", "quyết định số"} {
		if strings.HasPrefix(t, opener) {
			return false
		}
	}
	return true
}

// enricher completes the mentions of one document.
type enricher struct {
	outline *structure.Outline
	text    string
	self    Self
	reg     Register
	out     []mention
	bodies  map[string]string // issuer phrase → body, so that the register is asked once
}

// dropSelf removes mentions of the document itself: its own symbol with no other date. Short names that stand for nothing
// go with them.
func (e *enricher) dropSelf() {
	own := document.FoldSymbol(e.self.Symbol)
	inFull := map[called]bool{}
	for i := range e.out {
		if m := &e.out[i]; !m.num.bare {
			inFull[called{m.kind, m.num.parsed.Number}] = true
		}
	}
	kept := make([]int, len(e.out))
	n := 0
	for i, m := range e.out {
		same := own != "" && m.num.bare && m.kind == e.self.Kind && strings.Contains(m.num.symbol, "/") && strings.HasPrefix(e.self.Symbol, m.num.symbol+"/") ||
			own != "" && !m.num.bare && m.num.symbol != "" && document.FoldSymbol(m.num.symbol) == own &&
				(m.date.value == "" || e.self.IssuedOn == "" || m.date.value == e.self.IssuedOn)
		if same || e.ownHeading(m) || m.num.alias && !inFull[called{m.kind, m.num.symbol}] {
			kept[i] = -1
			continue
		}
		kept[i] = n
		if m.list >= 0 {
			m.list = kept[m.list]
		}
		e.out[n] = m
		n++
	}
	e.out = e.out[:n]
}

// ownHeading tells whether a mention is the document's own kind, issuer and number, with which a title begins:
// "NGHỊ ĐỊNH CỦA CHÍNH PHỦ SỐ 01/2010/NĐ-CP NGÀY …", "LUẬT ĐẤT ĐAI".
func (e *enricher) ownHeading(m mention) bool {
	p := e.outline.View.ParaAt(m.span.Start)
	if e.outline.Blocks[p].Region != structure.Title || m.span.Start != e.outline.Blocks[p].Whole.Start {
		return false
	}
	return p == 0 || e.outline.Blocks[p-1].Region != structure.Title
}

// citations writes the mentions as the document has them.
func (e *enricher) citations() []document.Citation {
	out := make([]document.Citation, 0, len(e.out))
	for i := range e.out {
		m := &e.out[i]
		c := document.Citation{
			Kind: document.NullString(m.kind), Symbol: document.NullString(m.num.symbol), Issuer: document.NullString(m.issuer),
			IssuedOn: document.NullString(m.date.value), Name: document.NullString(m.name), Provision: m.prov,
			Relation: m.relation, Inverse: m.inverse, Footnote: document.NullString(m.note), Span: e.outline.View.Span(m.span),
			Confidence: e.outline.View.Source.Sure(e.outline.View.Range(m.span), m.sure), Method: m.method,
		}
		if !m.title.Empty() {
			c.Title = document.NullString(oneBlank(m.title.In(e.text)))
		}
		if m.subject >= 0 {
			s := m.subject
			c.Subject = &s
		}
		if m.num.symbol != "" && !m.num.bare {
			c.URN = document.NullString(document.URN(e.body(m.issuer, m.date.value), m.kind, m.date.value, m.num.symbol))
		}
		out = append(out, c)
	}
	return inTextOrder(out)
}

// inTextOrder puts mentions in the order of the text: the reading view has footnotes behind the running text, while a
// page may print them before it. Subjects are indexes of the list and move with it.
func inTextOrder(list []document.Citation) []document.Citation {
	byStart := func(a, b int) int { return cmp.Compare(list[a].Span.Start, list[b].Span.Start) }
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	if slices.IsSortedFunc(order, byStart) {
		return list
	}
	slices.SortStableFunc(order, byStart)
	place := make([]int, len(list))
	for now, before := range order {
		place[before] = now
	}
	out := make([]document.Citation, len(list))
	for now, before := range order {
		out[now] = list[before]
		if s := out[now].Subject; s != nil {
			moved := place[*s]
			out[now].Subject = &moved
		}
	}
	return out
}

// body gives the body behind an issuer phrase, for a name that does not change with who held the office.
func (e *enricher) body(issuer, on string) string {
	if issuer == "" || on == "" || e.reg == nil {
		return issuer
	}
	key := issuer + "\x00" + on
	if b, ok := e.bodies[key]; ok {
		return b
	}
	name := issuer
	if b, _ := e.reg.Find(issuer, on); b != nil {
		name = b.Name
	}
	e.bodies[key] = name
	return name
}

// noteOf gives the note paragraph that holds an offset, nil if it lies in the running text.
func (e *enricher) noteOf(at int) *normalize.Para {
	p := &e.outline.View.Paras[e.outline.View.ParaAt(at)]
	if p.Role == normalize.Note {
		return p
	}
	return nil
}

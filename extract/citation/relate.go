package citation

import (
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/structure"
)

// relate states the relation of every mention and from which mention it runs.
func (e *enricher) relate() {
	for i := range e.out {
		e.relateOne(i)
	}
	for i := range e.out {
		e.passive(i)
	}
	for i := range e.out {
		e.out[i].title = e.titleOf(i)
	}
}

func (e *enricher) relateOne(i int) {
	m := &e.out[i]
	if note := e.noteOf(m.span.Start); note != nil {
		m.note = note.Mark
	}
	para := e.outline.View.ParaAt(m.span.Start)
	start := e.outline.View.Paras[para].Range.Start
	for q := para; q > 0 && e.outline.Blocks[q].Region == structure.Title && e.outline.Blocks[q-1].Region == structure.Title; q-- {
		start = e.outline.View.Paras[q-1].Range.Start // the title is one paragraph here
	}
	prev := i - 1
	if prev >= 0 && e.out[prev].span.End < start {
		prev = -1
	}
	floor := start
	if prev >= 0 {
		floor = e.out[prev].span.End
	}
	anchor := m.from
	if anchor < floor {
		anchor = m.span.Start
	}
	gap := e.text[floor:anchor]
	if prev >= 0 && e.carries(i, prev, gap) {
		return
	}
	if m.note != "" && e.byMovement(m) {
		m.relation = document.OrganisedBy
		return
	}
	if prev >= 0 && e.inverse(m, prev, gap) {
		return
	}
	if prev >= 0 && e.alias(m, prev, gap) {
		m.relation = document.Cites
		return
	}
	cue := findCue(e.text, floor, anchor)
	if cue.relation == document.AttachedTo && !e.tied(m, prev, gap, para, cue) {
		cue = found{document.Cites, cue.at, true, true}
	}
	if prev >= 0 && nests(gap) {
		m.subject = prev
	}
	if !cue.ok && prev < 0 {
		e.leadIn(i, para, start, anchor, &cue)
	}
	if m.subject < 0 && (!cue.ok || cue.place) {
		e.opening(para, floor, anchor, &cue)
	}
	m.relation = e.judge(m, cue, para, start, floor)
}

// alias tells whether a mention in brackets gives the one before it a short name: "(sau đây gọi tắt là Thông tư số 35)",
// "… (Chỉ thị số 19/CT-TTg)".
func (e *enricher) alias(m *mention, prev int, gap string) bool {
	g := strings.TrimRight(gap, " \u00a0")
	if i := strings.LastIndexByte(g, '('); i >= 0 && strings.Contains(g[i:], "gọi") {
		return true
	}
	if !strings.HasSuffix(g, "(") || m.num.symbol == "" {
		return false
	}
	for j := prev; j >= 0 && j > prev-3; j-- {
		if e.out[j].kind == m.kind && document.FoldSymbol(e.out[j].num.symbol) == document.FoldSymbol(m.num.symbol) {
			return true
		}
	}
	return false
}

// tied tells whether "kèm theo" says that this document, or the one named before, is attached: in a title, an annex's
// heading or brackets of its own. Elsewhere it only tells which annex is meant ("Phụ lục II ban hành kèm theo …").
func (e *enricher) tied(m *mention, prev int, gap string, para int, cue found) bool {
	switch e.outline.Blocks[para].Region {
	case structure.Title, structure.Letterhead:
		return true
	}
	if prev >= 0 && e.out[prev].method == "attached" {
		return true
	}
	return strings.Trim(e.text[e.outline.Blocks[para].Whole.Start:cue.at], " (*") == ""
}

// openingVerbs begin a paragraph and govern a mention further on in the same clause: "Sửa đổi đoạn thứ nhất tại tiết b
// điểm 1.2 Thông tư số 45" amends the circular, whatever stands between.
var openingVerbs = []struct {
	words    string
	relation document.Relation
	preamble bool
}{
	{"căn cứ", document.BasedOn, true}, {"thực hiện", document.Implements, true}, {"thi hành", document.Implements, true},
	{"sửa đổi", document.Amends, false}, {"bổ sung", document.Amends, false}, {"bãi bỏ", document.Repeals, false},
	{"hủy bỏ", document.Repeals, false}, {"huỷ bỏ", document.Repeals, false}, {"thay thế", document.Replaces, false},
	{"thay cụm từ", document.Amends, false}, {"bỏ cụm từ", document.Amends, false},
}

// openingReach bounds how far an opening verb of the preamble reaches, in bytes.
const openingReach = 220

// opening reads the verb that the paragraph begins with where nothing nearer states the relation.
func (e *enricher) opening(para, floor, anchor int, cue *found) {
	b := e.outline.Blocks[para]
	from := b.Body.Start
	if floor > from || anchor <= from || b.Region > structure.Main || strings.ContainsAny(e.text[from:anchor], ";:") || brokenClause(e.text[from:anchor]) {
		return
	}
	head := strings.ToLower(e.text[from:min(anchor, from+40)])
	for _, v := range openingVerbs {
		if strings.HasPrefix(head, v.words) && !(v.preamble && (b.Region == structure.Main || anchor-from > openingReach)) {
			*cue = found{v.relation, from, true, false}
			return
		}
	}
}

// carries continues a list: the mention takes relation and subject over from the one before it. Behind a semicolon the
// list is that of the outermost mention, because what stands in a subject does not reach over it.
func (e *enricher) carries(i, prev int, gap string) bool {
	m := &e.out[i]
	if m.list < 0 && !listGap(gap) && !listTail(gap) {
		return false
	}
	from := prev
	if strings.Contains(gap, ";") || !listGap(gap) {
		for e.out[from].subject >= 0 && e.out[from].subject < from && samePart(e.text, e.out[e.out[from].subject].span, m.span) {
			from = e.out[from].subject
		}
	}
	m.list = prev
	m.relation, m.subject, m.inverse = e.out[from].relation, e.out[from].subject, e.out[from].inverse
	return true
}

// listTail tells whether a gap is the subject of the mention before it and then a list mark: "… về công tác thi đua; ".
func listTail(gap string) bool {
	t := strings.TrimRight(gap, " \u00a0")
	l := strings.ToLower(t)
	if strings.HasSuffix(l, " các") {
		t = strings.TrimRight(t[:len(t)-len(" các")], " \u00a0")
		l = strings.ToLower(t)
	}
	joined := strings.HasSuffix(l, " và")
	if joined {
		t = strings.TrimRight(t[:len(t)-len(" và")], " \u00a0")
	}
	if !strings.HasSuffix(t, ";") && !strings.HasSuffix(t, ",") && !joined {
		return false
	}
	head := strings.TrimLeft(gap, " \u00a0,")
	if head == "" || brokenClause(strings.TrimRight(t, ",;")) {
		return false
	}
	return opensSubject(head)
}

// subjectOpeners begin the words that say what a cited document is about.
var subjectOpeners = []string{
	"về", "v/v", "quy định", "qui định", "hướng dẫn", "sửa đổi", "bổ sung", "ban hành", "phê duyệt", "thực hiện", "triển khai",
	"tổ chức", "tăng cường", "thành lập", "công bố", "đẩy mạnh", "thi hành", "quy hoạch", "giao", "phát động", "điều chỉnh",
	"bãi bỏ", "thay thế", "được ban hành", "chi tiết", "đối với", "hợp nhất", "tiếp tục", "nâng cao", "“", "\"", "(“", "là",
}

func opensSubject(s string) bool {
	l := s
	if len(l) > 40 {
		l = l[:40]
	}
	l = strings.ToLower(l)
	for _, w := range subjectOpeners {
		if strings.HasPrefix(l, w) {
			return true
		}
	}
	return false
}

// brokenClause tells whether a gap holds the end of the clause that its first words belong to: a full stop, a semicolon,
// or a comma that a new subject follows. Marks within quotes do not count.
func brokenClause(gap string) bool {
	quoted, open := 0, 0
	shouted := strings.ToUpper(gap) == gap // in a heading in capitals a capital begins no clause
	for p := 0; p < len(gap); {
		r, n := runeAt(gap, p)
		switch r {
		case '“':
			quoted++
		case '”':
			quoted--
		case '(':
			open++
		case ')':
			if open--; open < 0 {
				return true
			}
		case ';', '.', ':', '\n':
			if quoted <= 0 && (r != '.' || p+n < len(gap) && gap[p+n] == ' ') {
				return true
			}
		case ',':
			next := skipBlanks(gap, p+n)
			if quoted <= 0 && !shouted && capital(gap, next) && next < len(gap) {
				return true
			}
		}
		p += n
	}
	return false
}

// nests tells whether a mention behind the gap stands in the subject of the mention before it: the gap opens a subject
// and nothing ends the clause.
func nests(gap string) bool {
	head := strings.TrimLeft(gap, " \u00a0")
	return head != "" && opensSubject(head) && !brokenClause(head)
}

// changes are the verbs that one act does to another, behind "được".
var changes = []struct {
	verb     string
	relation document.Relation
}{
	{"sửa đổi", document.Amends}, {"bổ sung", document.Amends}, {"đính chính", document.Amends},
	{"thay thế", document.Replaces}, {"bãi bỏ", document.Repeals},
}

// maxChange bounds the words from "được sửa đổi" to the act that changes, in bytes.
const maxChange = 160

// inverse handles "được sửa đổi, bổ sung bởi Thông tư số 05": the mention acts on the one before it. An act that cannot
// change a law changes the decree whose subject the law is named in.
func (e *enricher) inverse(m *mention, prev int, gap string) bool {
	l := strings.ToLower(gap)
	at := strings.LastIndex(l, "được ")
	if at < 0 || len(l)-at > maxChange || brokenClause(gap[at:]) || strings.ContainsAny(strings.TrimLeft(l[:at], " ;,"), ";\n") {
		return false
	}
	if head := strings.TrimLeft(gap[:at], " ,;(\u00a0"); len(strings.Fields(head)) > 4 && !opensSubject(head) {
		return false
	}
	for _, c := range changes {
		if !strings.HasPrefix(l[at+len("được "):], c.verb) {
			continue
		}
		m.relation, m.subject, m.inverse = c.relation, prev, true
		for s := e.out[prev].subject; s >= 0 && lawful(e.out[m.subject].kind) && !lawful(m.kind); s = e.out[s].subject {
			m.subject = s
		}
		return true
	}
	return false
}

// lawful tells whether a kind is an act of the National Assembly.
func lawful(kind string) bool {
	return kind == "luat" || kind == "bo_luat" || kind == "phap_lenh" || kind == "hien_phap"
}

// leadIn finds the cue of an item that is nothing but a mention in the line that introduces the items ("Căn cứ:").
func (e *enricher) leadIn(i, para, start, anchor int, cue *found) {
	b := e.outline.Blocks[para]
	if strings.TrimSpace(e.text[b.Body.Start:max(anchor, b.Body.Start)]) != "" || para == 0 || b.Region == structure.Notes {
		return
	}
	if i > 0 {
		before := &e.out[i-1]
		p := e.outline.View.ParaAt(before.span.Start)
		if p == para-1 && e.outline.Blocks[p].Body.Start == before.from && e.outline.Blocks[p].Region == b.Region && before.list != i-1 {
			*cue = found{before.relation, before.from, true, false}
			return
		}
	}
	r := e.outline.View.Paras[para-1].Range
	if line := r.In(e.text); strings.HasSuffix(line, ":") {
		*cue = findCue(e.text, r.Start, r.End-1)
	}
}

// proposals are verbs that make an act of changing a document somebody's task or wish, not this document's doing.
var proposals = []string{"trình", "đề nghị", "đề xuất", "kiến nghị", "nghiên cứu", "rà soát", "tham mưu", "xây dựng", "dự thảo", "soạn thảo", "tiến hành", "góp ý"}

// judge settles what a cue means where it stands.
func (e *enricher) judge(m *mention, cue found, para, start, floor int) document.Relation {
	if !cue.ok {
		return document.Cites
	}
	region := e.outline.Blocks[para].Region
	titled := region == structure.Title || region == structure.Letterhead
	before := lastClause(e.text[max(start, floor):max(cue.at, max(start, floor))])
	switch cue.relation {
	case document.BasedOn:
		if titled || region == structure.Preamble || strings.TrimSpace(e.text[e.outline.Blocks[para].Body.Start:cue.at]) == "" || m.subject >= 0 {
			return document.BasedOn
		}
		return document.Cites
	case document.Amends, document.Replaces, document.Repeals:
		if m.subject < 0 && !titled && holdsAny(before, proposals) {
			return document.Cites
		}
	case document.Guides:
		switch {
		case m.subject >= 0 || titled || strings.Contains(before, " này"):
			return document.Guides
		case holdsAny(before, proposals):
			return document.Cites
		case region == structure.Preamble:
			return document.Guides
		}
		if holdsAny(before, []string{"thông tư", "nghị định", "văn bản"}) || !strings.HasPrefix(strings.ToLower(e.text[cue.at:]), "hướng dẫn") {
			return document.Cites
		}
		return document.Implements
	case document.Implements:
		if titled && e.self.Kind == "bao_cao" && m.subject < 0 {
			return document.ReportsOn
		}
	case document.ReportsOn:
		if m.subject < 0 && !titled && region != structure.Preamble && e.self.Kind != "bao_cao" {
			return document.Implements // a task to report on an act is part of carrying it out
		}
	}
	return cue.relation
}

// lastClause gives the text behind the last full stop or semicolon, in lower case.
func lastClause(s string) string {
	if i := strings.LastIndexAny(s, ".;\n"); i >= 0 {
		s = s[i+1:]
	}
	return strings.ToLower(s)
}

func holdsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// passive finds what is said of a mention behind it: "Quyết định số 5 … hết hiệu lực", "bị bãi bỏ". The whole list that
// ends with the mention takes it.
func (e *enricher) passive(i int) {
	m := &e.out[i]
	if m.relation != document.Cites || m.subject >= 0 {
		return
	}
	end := len(e.text)
	if i+1 < len(e.out) {
		end = e.out[i+1].span.Start
	}
	rest := e.text[m.span.End:end]
	if j := strings.IndexAny(rest, "\n;"); j >= 0 {
		rest = rest[:j]
	}
	l := strings.ToLower(rest)
	var rel document.Relation
	switch {
	case strings.Contains(l, "hết hiệu lực"), strings.Contains(l, "bị thay thế"), strings.Contains(l, "được thay thế bằng"):
		rel = document.Replaces
	case strings.Contains(l, "bị bãi bỏ"), strings.Contains(l, "được bãi bỏ"), strings.Contains(l, "bị hủy bỏ"), strings.Contains(l, "bị huỷ bỏ"):
		rel = document.Repeals
	default:
		return
	}
	for j := i; j >= 0 && e.out[j].relation == document.Cites && e.out[j].subject < 0; j = e.out[j].list {
		e.out[j].relation = rel
	}
}

// byMovement tells whether the note's mark stands behind the name of a movement: the note then names the plan that
// organises it.
func (e *enricher) byMovement(m *mention) bool {
	note := e.noteOf(m.span.Start)
	if note == nil || note.Anchor < 0 {
		return false
	}
	clause := lastClause(outsideQuotes(e.text[max(strings.LastIndexByte(e.text[:note.Anchor], '\n')+1, 0):note.Anchor]))
	return strings.Contains(clause, "phong trào") || strings.Contains(clause, "cuộc vận động")
}

// outsideQuotes blanks the marks that end a clause within quotes: names of movements hold semicolons.
func outsideQuotes(s string) string {
	depth := 0
	return strings.Map(func(r rune) rune {
		switch r {
		case '“':
			depth++
		case '”':
			depth--
		case ';', '.':
			if depth > 0 {
				return ' '
			}
		}
		return r
	}, s)
}

package citation

import (
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/structure"
	"github.com/soichi/soichi/viet"
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
		prev, floor = e.behindShort(prev, floor)
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
	if prev >= 0 && e.alias(m, prev, gap) {
		m.relation, m.short = document.Cites, true
		return
	}
	if prev >= 0 && e.inverse(m, prev, gap) {
		return
	}
	cue := findCue(e.text, floor, anchor)
	if r, _ := runeBefore(e.text, anchor); r == '(' && e.outline.Blocks[para].Body.Start < anchor-1 && floor < anchor-1 {
		m.relation = document.Cites // brackets name the source of what stands before them
		return
	}
	if cue.relation == document.AttachedTo && !e.tied(m, prev, gap, para, cue) {
		cue = found{document.Cites, cue.at, true, true}
	}
	opinion := prev >= 0 && cue.place && holdsAny(gap, furtherOrders)
	if prev >= 0 && !opinion && (nests(gap) || e.issuedFor(prev, gap)) {
		m.subject = prev
		if cue.place {
			cue = subjectVerb(gap, cue)
		}
	}
	if !cue.ok && lists(e.text[max(start, floor):max(anchor, start, floor)]) {
		cue = found{document.Implements, anchor, true, false}
	}
	if !cue.ok && prev < 0 {
		e.leadIn(i, para, start, anchor, &cue)
	}
	if prev >= 0 && m.subject < 0 && (!cue.ok && strings.HasSuffix(strings.TrimRight(gap, " \u00a0"), ";") || opinion) {
		e.sentence(start, anchor, &cue)
	}
	if cue.place && e.ordered(m, cue, max(start, floor)) {
		cue = found{document.Implements, cue.at, true, false}
	}
	if m.subject < 0 && (!cue.ok || cue.place) {
		e.opening(para, floor, anchor, &cue)
	}
	m.ruled = cue.ok && (beginsFolded(e.text[cue.at:], "theo") || endsFolded(e.text[:backBlanks(e.text, cue.at)], "theo"))
	m.relation = e.judge(m, cue, para, start, floor)
}

// behindShort steps back over short names in brackets, "… (sau đây gọi tắt là Kế hoạch 15) và Công văn số 745": the list goes
// on from the mention that bears the name.
func (e *enricher) behindShort(prev, floor int) (int, int) {
	at := prev
	for at > 0 && e.out[at].short {
		at--
	}
	if at == prev {
		return prev, floor
	}
	at = e.outermost(at)
	if r, n := runeAt(e.text, floor); r == ')' {
		floor += n
	}
	return at, floor
}

// outermost goes from a mention to the one whose subject holds it, and on, within its paragraph.
func (e *enricher) outermost(i int) int {
	for s := e.out[i].subject; s >= 0 && s < i && samePart(e.text, e.out[s].span, e.out[i].span); s = e.out[i].subject {
		i = s
	}
	return i
}

// alias tells whether a mention in brackets gives the one before it a short name: "(sau đây gọi tắt là Thông tư số 35)",
// "… (Chỉ thị số 19/CT-TTg)".
func (e *enricher) alias(m *mention, prev int, gap string) bool {
	g := strings.TrimRight(gap, " \u00a0")
	if i := strings.LastIndexByte(g, '('); i >= 0 && (strings.Contains(g[i:], "gọi") || strings.Contains(g[i:], "viết")) {
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
	if clause := lastClause(e.text[e.outline.Blocks[para].Body.Start:cue.at]); issuesText(clause) {
		return true
	}
	return strings.Trim(e.text[e.outline.Blocks[para].Whole.Start:cue.at], " (*") == ""
}

// issuesText tells whether a clause issues a text of its own: "ban hành Quy chế trực, cảnh báo", before "kèm theo".
func issuesText(clause string) bool {
	_, what, ok := strings.Cut(clause, "ban hành ")
	return ok && holdsPrefix(what, []string{"quy chế", "quy định", "điều lệ", "chương trình", "đề án", "kế hoạch", "quy trình", "bộ "})
}

// subjectVerb reads the verb that the subject of the mention before begins with, where "tại" stands before this mention:
// "Quyết định số 402 sửa đổi, bổ sung một số nhiệm vụ giao tại Chỉ thị số 87".
func subjectVerb(gap string, cue found) found {
	head := strings.TrimPrefix(viet.Lower(strings.TrimLeft(gap, " \u00a0")), "về việc ")
	for _, v := range openingVerbs {
		if !v.preamble && strings.HasPrefix(head, v.words) {
			return found{v.relation, cue.at, true, false}
		}
	}
	return cue
}

// openingVerbs begin a paragraph and govern a mention further on in the same clause: "Sửa đổi đoạn thứ nhất tại tiết b
// điểm 1.2 Thông tư số 45" amends the circular, whatever stands between.
var openingVerbs = []struct {
	words    string
	relation document.Relation
	preamble bool
}{
	{"thay thế cụm từ", document.Amends, false}, {"thay thế một số cụm từ", document.Amends, false},
	{"căn cứ", document.BasedOn, true}, {"thực hiện", document.Implements, true}, {"thi hành", document.Implements, true},
	{"sửa đổi", document.Amends, false}, {"bổ sung", document.Amends, false}, {"điều chỉnh", document.Amends, false},
	{"bãi bỏ", document.Repeals, false},
	{"hủy bỏ", document.Repeals, false}, {"huỷ bỏ", document.Repeals, false}, {"thay thế", document.Replaces, false},
	{"thay cụm từ", document.Amends, false}, {"bỏ cụm từ", document.Amends, false}, {"bỏ, sửa", document.Amends, false},
	{"bỏ một số", document.Amends, false}, {"sửa cụm từ", document.Amends, false},
}

// openingReach bounds how far an opening verb of the preamble reaches, in bytes.
const openingReach = 220

// opening reads the verb that the paragraph begins with where nothing nearer states the relation.
func (e *enricher) opening(para, floor, anchor int, cue *found) {
	b := e.outline.Blocks[para]
	from := b.Body.Start
	if floor > from || anchor <= from || b.Region > structure.Main || strings.IndexByte(e.text[from:anchor], ';') >= 0 || strings.IndexByte(e.text[from:anchor], ':') >= 0 || brokenClause(e.text[from:anchor]) {
		return
	}
	if clause := e.text[from:anchor]; strings.Count(clause, "“") > strings.Count(clause, "”") || strings.Count(clause, `"`)%2 == 1 {
		return // the words that are put in or struck out cite on their own
	}
	if addsListed(e.text[from:anchor]) {
		return
	}
	head := strings.TrimPrefix(viet.Lower(e.text[from:min(anchor, from+50)]), "về việc ")
	for _, v := range openingVerbs {
		if strings.HasPrefix(head, v.words) && !(v.preamble && (b.Region == structure.Main || anchor-from > openingReach)) {
			*cue = found{v.relation, from, true, false}
			return
		}
	}
}

// ownContents are words for what an act consists of, or issues: who adds to them changes the act.
var ownContents = []string{"vào ", "danh mục", "phụ lục", "quy chế", "quy định", "điều ", "khoản ", "điểm ", "mục ", "nội dung", "bảng ", "biểu ", "bộ thủ tục", "đề án", "kế hoạch"}

// addsListed tells whether a clause adds things which the act behind it made known: "Bổ sung 04 thủ tục hành chính được công
// bố kèm theo Quyết định …" says where they are found, and changes nothing there.
func addsListed(clause string) bool {
	if !beginsFolded(clause, "bổ sung ") {
		return false
	}
	what := viet.Lower(clause[len("bổ sung "):])
	at := strings.Index(what, "công bố kèm theo")
	return at >= 0 && !holdsAny(what[:at], ownContents)
}

// longestSentence bounds, in bytes, a sentence whose first verb governs the items of a list in it.
const longestSentence = 2000

// sentence reads the verb that the sentence begins with for an item behind a semicolon, whatever the items before it say:
// "Thực hiện Nghị quyết … theo Nghị quyết số 30 tại kỳ họp thứ nhất; Công điện số 1063 …".
func (e *enricher) sentence(start, anchor int, cue *found) {
	if i := strings.LastIndex(e.text[start:anchor], ". "); i >= 0 {
		start += i + len(". ")
	}
	if anchor-start > longestSentence || strings.IndexByte(behindHead(e.text[start:anchor]), ':') >= 0 {
		return
	}
	head := viet.Lower(strings.TrimLeft(e.text[start:min(anchor, start+40)], "-+ \u00a0"))
	for _, v := range openingVerbs {
		if v.preamble && strings.HasPrefix(head, v.words+" ") {
			*cue = found{v.relation, start, true, false}
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
		from = e.outermost(from)
	}
	if s := e.out[from].subject; s >= 0 && s < from && (unlike(e.out[from], *m) || !mayReach(e.out[s], e.out[from].relation, e.out[from].kind, *m)) {
		from = e.outermost(from)
	}
	if at := e.out[from].subject; e.out[from].relation == document.AttachedTo && at >= 0 && at < from {
		from = at // the list is that of the attached text, not of the act that issued it
	}
	m.list = prev
	m.relation, m.subject, m.inverse = e.out[from].relation, e.out[from].subject, e.out[from].inverse
	return true
}

// mayReach tells whether what a document does to one act can reach the next act of the list too. No act guides one below
// itself, none of the State changes one of the Party, and what changes the Constitution changes no law beside it.
func mayReach(subject mention, r document.Relation, before string, m mention) bool {
	switch r {
	case document.Guides, document.Amends, document.Replaces, document.Repeals:
	default:
		return true
	}
	if m.num.parsed.Party && !subject.num.parsed.Party || before == "hien_phap" && m.kind != "hien_phap" {
		return false
	}
	above, below := force(subject.kind), force(m.kind)
	return r != document.Guides || above == 0 || below == 0 || below <= above
}

// force ranks the acts of the State by their legal force, the strongest first (Luật Ban hành văn bản quy phạm pháp luật,
// article 4); 0 for other kinds.
func force(kind string) int {
	switch kind {
	case "hien_phap":
		return 1
	case "luat", "bo_luat":
		return 2
	case "phap_lenh":
		return 3
	case "nghi_dinh":
		return 4
	case "quyet_dinh":
		return 5
	case "thong_tu", "thong_tu_lien_tich":
		return 6
	}
	return 0
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
		if p == para-1 && b.Region == structure.Preamble && strings.HasSuffix(e.outline.View.Para(p), ";") && e.out[e.outermost(i-1)].relation == document.BasedOn {
			*cue = found{document.BasedOn, before.from, true, false} // a legal basis on a line of its own
			return
		}
	}
	r := e.outline.View.Paras[para-1].Range
	switch line := strings.TrimRight(r.In(e.text), " *"); {
	case strings.HasSuffix(line, ":"):
		*cue = findCue(e.text, r.Start, r.Start+len(line)-1)
		if strings.Contains(viet.Lower(line), "hết hiệu lực") {
			*cue = found{document.Replaces, r.Start, true, false}
		}
	case len(line) <= longestHeading && opensBasis(e.outline.Text(e.outline.Blocks[para-1])):
		*cue = found{document.BasedOn, r.Start, true, false}
	}
}

// longestHeading bounds the heading of a list in bytes; longer lines are sentences.
const longestHeading = 60

// opensBasis tells whether a heading is that of a list of legal bases: "Căn cứ pháp lý".
func opensBasis(heading string) bool {
	_, ok := matchFolded(heading, 0, "can cu")
	return ok
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
	clause := func() string {
		before := lastClause(e.text[max(start, floor):max(cue.at, max(start, floor))])
		return strings.ReplaceAll(before, "theo đề nghị", "") // it tells why, not that something is still to be done
	}
	switch cue.relation {
	case document.BasedOn:
		if region == structure.Notes {
			return document.Cites // a note quotes what another act is based on
		}
		if titled || region == structure.Preamble || e.opens(para, cue.at) || m.subject >= 0 {
			return document.BasedOn
		}
		return document.Cites
	case document.Amends, document.Replaces, document.Repeals:
		if m.subject < 0 && !titled && holdsAny(clause(), proposals) {
			return document.Cites
		}
	case document.Guides:
		before := clause()
		switch {
		case m.subject >= 0 || titled || strings.Contains(before, " này"):
			return document.Guides
		case holdsAny(before, proposals):
			return document.Cites
		case region == structure.Preamble:
			return document.Guides
		}
		if holdsAny(before, []string{"thông tư", "nghị định", "văn bản"}) || !beginsFolded(e.text[cue.at:], "hướng dẫn") {
			return document.Cites
		}
		return document.Implements
	case document.RespondsTo:
		if holdsAny(clause(), answerers) || beginsFolded(e.text[cue.at:], "nhận được") && !(e.self.Kind == "cong_van" && (m.kind == "cong_van" || m.kind == "to_trinh")) {
			return document.Cites
		}
	case document.Implements:
		if supervises(clause()) {
			return document.Cites
		}
		if titled && e.self.Kind == "bao_cao" && m.subject < 0 {
			return document.ReportsOn
		}
		if (e.self.Kind == "chi_thi" || e.self.Kind == "nghi_quyet") && looksBack(clause()) {
			return document.Cites // what it orders follows from there
		}
	case document.ReportsOn:
		if supervises(clause()) {
			return document.Cites
		}
		if m.subject < 0 && !titled && region != structure.Preamble && e.self.Kind != "bao_cao" {
			return document.Implements // a task to report on an act is part of carrying it out
		}
	}
	return cue.relation
}

// opens tells whether a cue at offset at opens paragraph para, or stands over it: "Căn cứ:" over the items of a list.
func (e *enricher) opens(para, at int) bool {
	start := e.outline.Blocks[para].Body.Start
	return at <= start || strings.TrimSpace(e.text[start:at]) == ""
}

// looksBack tells whether a clause counts the years since an act was issued: "Sau hơn ba năm" before "thực hiện Nghị định".
func looksBack(clause string) bool {
	clause = strings.TrimSpace(clause)
	return (strings.HasSuffix(clause, " năm") || strings.HasSuffix(clause, " tháng")) && (strings.HasPrefix(clause, "sau ") || strings.HasPrefix(clause, "qua "))
}

// lastClause gives the text behind the last full stop or semicolon, in lower case.
func lastClause(s string) string {
	if i := strings.LastIndexAny(s, ".;\n"); i >= 0 {
		s = s[i+1:]
	}
	return viet.Lower(s)
}

func holdsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

package citation

import (
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

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
	if !strings.Contains(gap, "ược ") && !strings.Contains(gap, "ƯỢC ") {
		return false
	}
	l := viet.Lower(gap)
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

// undone are parts of the words by which an act ends, in both cases: a look before the closer one.
var undone = []string{"như sau", "iệu lực", "IỆU LỰC", "bãi bỏ", "BÃI BỎ", "thay thế", "THAY THẾ", "bị h", "BỊ H", "nay h", "NAY H"}

// passive finds what is said of a mention behind it: "Quyết định số 5 … hết hiệu lực", "bị bãi bỏ". The whole list that
// ends with the mention takes it.
func (e *enricher) passive(i int) {
	m := &e.out[i]
	if m.relation != document.Cites || m.subject >= 0 || m.ruled {
		return
	}
	end := len(e.text)
	if i+1 < len(e.out) {
		end = e.out[i+1].span.Start
	}
	rest := e.text[m.span.End:end]
	if j := strings.IndexAny(rest, "\n;"); j >= 0 {
		rest = rest[:j+1]
	}
	if !holdsAny(rest, undone) {
		return
	}
	l := viet.Lower(rest)
	if strings.Contains(l, " bởi ") && !strings.Contains(l, " này") {
		return // another act did it
	}
	var rel document.Relation
	switch {
	case strings.Contains(l, "hết hiệu lực") && strings.Contains(l, " này"), strings.Contains(l, "bị thay thế"):
		rel = document.Replaces
	case newWording(l):
		rel = document.Amends
	case strings.Contains(l, "bị bãi bỏ"), strings.Contains(l, "được bãi bỏ"), strings.Contains(l, "bị hủy bỏ"), strings.Contains(l, "bị huỷ bỏ"), undoneNow(l):
		rel = document.Repeals
	default:
		return
	}
	for j := i; j >= 0 && e.out[j].relation == document.Cites && e.out[j].subject < 0; j = e.out[j].list {
		e.out[j].relation = rel
	}
}

// undoneNow tells whether the words behind an act end it without a "bị": "… nay bãi bỏ và thay bằng Điều 2 mới". Words that
// the verb governs, "nay bãi bỏ Quyết định số 6", end another act.
func undoneNow(s string) bool {
	for _, verb := range []string{"nay bãi bỏ", "nay hủy bỏ", "nay huỷ bỏ"} {
		if _, after, ok := strings.Cut(s, verb); ok && holdsPrefix(after, []string{" và thay bằng", ".", ",", ";", "\n"}) {
			return true
		}
	}
	return false
}

// maxWording bounds the words between an act and "sửa đổi … như sau", in bytes.
const maxWording = 90

// newWording tells whether the words behind an act say that it reads otherwise from now on: "được sửa đổi, bổ sung như sau".
func newWording(s string) bool {
	end := strings.Index(s, "như sau")
	return end >= 0 && end <= maxWording && holdsAny(s[:end], []string{"sửa đổi", "bổ sung", "sửa lại"}) && !strings.Contains(s[:end], "hướng dẫn")
}

// byMovement tells whether the note's mark stands behind the name of a movement: the note then names the plan that
// organises it.
func (e *enricher) byMovement(m *mention) bool {
	note := e.noteOf(m.span.Start)
	if note == nil || note.Anchor < 0 {
		return false
	}
	before := strings.TrimRight(e.text[strings.LastIndexByte(e.text[:note.Anchor], '\n')+1:note.Anchor], ".;,")
	clause := viet.Lower(before[clauseStart(before):])
	return strings.Contains(clause, "phong trào") || strings.Contains(clause, "cuộc vận động")
}

// clauseStart gives where the last clause of s begins. Marks within quotes end none: names of movements hold semicolons.
func clauseStart(s string) int {
	start, depth := 0, 0
	for i, r := range s {
		switch r {
		case '“':
			depth++
		case '”':
			depth--
		case ';', '.':
			if depth <= 0 {
				start = i + 1
			}
		}
	}
	return start
}

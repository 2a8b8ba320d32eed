package field

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/structure"
)

var (
	recipientsHead = regexp.MustCompile(`(?i)^[-~*_ ]*[nv][ơo]i\s+(?:nh[ậâạă][nm]|gửi)\s*[*_]*\s*:?[*_ ]*`)
	archived       = regexp.MustCompile(`(?i)^lưu(?:\s|:|,|$)`)
	bullet         = regexp.MustCompile(`^[-–—+•*▪~][\s\t]*`)
	inlineItem     = regexp.MustCompile(`;\s*[-–]\s*`)
	plainItem      = regexp.MustCompile(`;\s+`)
	// crossed is what OCR reads from the signature beside an item: a name, or a stroke taken for a letter.
	crossed = regexp.MustCompile(`;\s*(\p{L}|\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}*){2,4})$`)
	// powerBeside is what OCR reads into the list from the first line of the signature: "—TM. CHÍNH PHỦ".
	powerBeside = regexp.MustCompile(`^[^\p{L}]*(?:TM|KT|TL|TUQ)\s?[./]\s?\p{Lu}{2}`)
	// purpose is a bracket that says what the recipient shall do; other brackets belong to the name. plainPurpose says it
	// without brackets: "Công an tỉnh - để phối hợp".
	plainPurpose = regexp.MustCompile(`\s(?:[-–]\s*)?(để (?:b/c|báo cáo|b/cáo|biết|t/h|thực hiện|p/h|phối hợp|chỉ đạo|theo dõi|kiểm tra|giám sát|đăng)[^();]*)$`)
	purpose      = regexp.MustCompile(`\s*\(\s*((?i:để|b/c|báo cáo|t/h|thực hiện|p/h|phối hợp|chỉ đạo|theo dõi|đăng|b/cáo|th/hiện|biết|kiểm tra|giám sát)[^()]*)\)\s*$`)
)

// recipients reads the items of "Nơi nhận". The archive's line is left out: it tells who keeps the file, not who is to
// act.
func (r *reader) recipients() {
	var items []line
	open := false
	for i, b := range r.o.Blocks {
		if b.Region != structure.Recipients {
			continue
		}
		l := columns(r.line(i))[0] // beside the list stands the signature
		if m := recipientsHead.FindString(l.text); m != "" {
			l = line{l.text[len(m):], l.within(len(m), len(l.text)), i}
			open = false
		}
		if strings.TrimSpace(l.text) == "" || capitals(l.text) && bullet.FindString(l.text) == "" {
			continue
		}
		mark := bullet.FindString(l.text)
		if mark == "" && open && len(items) > 0 {
			last := &items[len(items)-1]
			last.text += " " + l.text
			last.r.End = l.r.End
		} else {
			between := inlineItem
			if mark == "" {
				between = plainItem
			}
			items = append(items, pieces(line{l.text[len(mark):], l.within(len(mark), len(l.text)), i}, between)...)
		}
		closed := strings.TrimRight(l.text, " ")
		open = !strings.HasSuffix(closed, ";") && !strings.HasSuffix(closed, ".") && !strings.HasSuffix(closed, ":")
	}
	for _, item := range items {
		if rec, ok := r.recipient(item); ok {
			r.h.Recipients = append(r.h.Recipients, rec)
		}
	}
}

// pieces cuts a line that holds several items, as "- Như trên; - Lưu: VT" does, or "Như trên; Lưu: VT".
func pieces(l line, between *regexp.Regexp) []line {
	var out []line
	from := 0
	for _, at := range between.FindAllStringIndex(l.text, -1) {
		out = append(out, line{l.text[from:at[0]], l.within(from, at[0]), l.block})
		from = at[1]
	}
	return append(out, line{l.text[from:], l.within(from, len(l.text)), l.block})
}

// recipient makes one recipient of an item; false for the archive, a heading and an empty line.
func (r *reader) recipient(l line) (document.Recipient, bool) {
	text := strings.TrimRight(l.text, " \u00a0\t;.,/")
	if m := crossed.FindStringSubmatchIndex(text); m != nil {
		name, rg := r.person(line{text[m[2]:m[3]], l.within(m[2], m[3]), l.block})
		if name != "" || m[3]-m[2] <= len("ầ") {
			text = text[:m[0]]
		}
		if name != "" {
			r.beside = append(r.beside, document.Field{Value: name, Evidence: r.evidence(rg, guessed, "beside the recipients")})
		}
	}
	signs := " \u00a0\t.…"
	if strings.Count(text, "(") > strings.Count(text, ")") {
		signs += "(" // the list stands in brackets
	}
	lead := len(text) - len(strings.TrimLeft(text, signs))
	rg := document.Range{Start: l.r.Start + lead, End: l.r.End - (len(l.text) - len(text))}
	text = text[lead:]
	if !strings.ContainsFunc(text, unicode.IsLetter) || archived.MatchString(text) || powerBeside.MatchString(text) || strings.HasSuffix(text, ":") || rg.Empty() {
		return document.Recipient{}, false
	}
	rec := document.Recipient{Span: r.o.View.Span(rg)}
	m := purpose.FindStringSubmatchIndex(text)
	if m == nil {
		m = plainPurpose.FindStringSubmatchIndex(text)
	}
	if m != nil && m[0] > 0 {
		rec.Purpose = document.NullString(oneLine(text[m[2]:m[3]]))
		text = strings.TrimRight(text[:m[0]], " ;,")
	}
	rec.Text = oneLine(text)
	return rec, rec.Text != ""
}

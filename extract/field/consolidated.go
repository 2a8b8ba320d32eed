package field

import (
	"regexp"
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
	"github.com/soichi/soichi/extract/structure"
)

// consolidated is the kind of a text put together from an act and its amendments (Pháp lệnh 01/2012/UBTVQH13). Its head
// is that of the act. What makes it a paper of its own stands at the end: "XÁC THỰC VĂN BẢN HỢP NHẤT" with number, place
// and day of the body that put it together. The gazette prints that body in the running head.
const consolidated = "van_ban_hop_nhat"

const authentication = "xac thuc van ban hop nhat"

// authenticationReach is how many paragraphs before and behind the words of authentication belong to them.
const authenticationReach = 4

// amendedBy ends the clause under the title that tells from what a text was put together.
var amendedBy = regexp.MustCompile(`^(?:Bộ luật|Luật|Nghị định|Nghị quyết|Pháp lệnh|Quyết định|Thông tư)\s.*được (?:sửa đổi|bổ sung|đính chính)[^.;]*bởi\s*:?\s*$`)

// consolidation recognises a consolidated text. Number, day and issuer are then looked for at its authentication: the
// head is that of the act.
func (r *reader) consolidation() {
	for i, b := range r.o.Blocks {
		text := b.Whole.In(r.o.View.Text)
		switch {
		case capitals(text) && strings.HasPrefix(document.FoldASCII(text), authentication):
			r.setKind(consolidated, r.evidence(b.Whole, 0, ""), certain, "authentication")
			r.lines, r.authenticated = r.around(i), i
			return
		case r.h.Kind == nil && b.Region <= structure.Preamble && len(r.title) > 0 && strings.Contains(text, "bởi") && amendedBy.MatchString(oneLine(text)):
			r.setKind(consolidated, r.evidence(b.Whole, 0, ""), sure, "consolidation clause")
		}
	}
}

// around gives the paragraphs of running text next to block i.
func (r *reader) around(i int) []line {
	var lines []line
	for j := max(0, i-authenticationReach); j < len(r.o.Blocks) && j <= i+authenticationReach; j++ {
		if j != i && r.o.View.Paras[r.o.Blocks[j].Para].Role == normalize.Body && r.o.Blocks[j].Level == structure.None {
			lines = append(lines, r.line(j))
		}
	}
	return lines
}

package citation

import "github.com/soichi/soichi/document"

// called is how mentions call a document: its kind, and its symbol or a part of it, folded.
type called struct{ kind, by string }

// repeat completes a bare mention ("Chỉ thị số 19/CT-TTg", "Chỉ thị 19") by the one mention of the same document that
// is made in full. Where two full mentions of the same symbol differ in date, the bare one stays bare.
func (e *enricher) repeat() {
	folded := make([]string, len(e.out))
	full := map[called]int{}     // symbol → its full mention, -1 where several differ
	byNumber := map[called]int{} // number → the mention with its symbol, -1 where several bear it
	for i := range e.out {
		m := &e.out[i]
		if m.num.symbol == "" || m.num.bare {
			continue
		}
		folded[i] = document.FoldSymbol(m.num.symbol)
		for _, number := range m.num.short() {
			key := called{m.kind, number}
			if j, ok := byNumber[key]; ok && j >= 0 && folded[j] != folded[i] {
				byNumber[key] = -1
			} else if !ok {
				byNumber[key] = i
			}
		}
		if len(m.date.value) != len("2006-01-02") {
			continue
		}
		key := called{m.kind, folded[i]}
		if j, ok := full[key]; !ok {
			full[key] = i
		} else if j >= 0 && e.out[j].date.value != m.date.value {
			full[key] = -1
		}
	}
	for i := range e.out {
		m := &e.out[i]
		if j, ok := byNumber[called{m.kind, m.num.symbol}]; m.num.bare && ok && j >= 0 {
			m.num.symbol, m.num.parsed, m.num.known, m.num.bare = e.out[j].num.symbol, e.out[j].num.parsed, e.out[j].num.known, false
			m.method, m.sure, folded[i] = "alias", sureLoose, folded[j]
		}
		if m.num.symbol == "" || m.date.value != "" || m.num.bare {
			continue
		}
		if j, ok := full[called{m.kind, folded[i]}]; ok && j >= 0 && (m.issuer == "" || e.out[j].issuer == "" || m.issuer == e.out[j].issuer) {
			m.date.value = e.out[j].date.value
			if m.issuer == "" {
				m.issuer = e.out[j].issuer
			}
			if m.method == "number" {
				m.method = "repeat"
			}
		}
	}
}

// short gives the forms in which a symbol is called where it has been given in full: "01/2017/TTLT-BCA" as "01", "01/2017".
func (n number) short() []string {
	if n.parsed.Year == "" {
		return []string{n.parsed.Number}
	}
	return []string{n.parsed.Number, n.parsed.Number + "/" + n.parsed.Year}
}

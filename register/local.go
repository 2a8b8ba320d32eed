package register

import "strings"

// province is one row of provinces.tsv.
type province struct {
	name, rank, from, to, into string
	aliases                    []string
}

func readProvinces() []province {
	var out []province
	for _, row := range rows(provinceTable) {
		p := province{name: row[0], rank: row[1], from: row[2], to: row[3], into: row[4]}
		if len(row) > 5 {
			p.aliases = list(row[5], ";")
		}
		out = append(out, p)
	}
	return out
}

// localBodies makes the bodies of one row of local.tsv, one a province.
func localBodies(row []string, provinces []province) []*Body {
	var out []*Body
	for _, p := range provinces {
		filled := make([]string, 0, len(row)+1)
		for _, cell := range row {
			filled = append(filled, p.fill(cell))
		}
		// localBodies has no "into" column: it follows from the province
		filled = append(filled[:6], append([]string{""}, filled[6:]...)...)
		b, err := bodyOf(filled)
		if err != nil {
			continue
		}
		b.Province = p.name
		b.From, b.To = later(b.From, p.from), earlier(b.To, p.to)
		if b.From != "" && b.To != "" && b.From > b.To {
			continue
		}
		if p.into != "" && b.To == p.to {
			b.Into = []string{successor(row[1], p.into, p.to, provinces)}
		}
		for _, alias := range p.aliases {
			other := p
			other.name = alias
			b.Aliases = append(b.Aliases, other.fill(row[1]))
		}
		out = append(out, b)
	}
	return out
}

// successor names the body of the same sort in the province that took over.
func successor(pattern, into, day string, provinces []province) string {
	for _, q := range provinces {
		if q.name == into && (q.to == "" || q.to > day) {
			return q.fill(pattern)
		}
	}
	return ""
}

// fill puts the province into a cell of local.tsv.
func (p province) fill(cell string) string {
	committee, youth := "Tỉnh ủy", "Tỉnh đoàn"
	if p.rank == "thành phố" {
		committee, youth = "Thành ủy", "Thành đoàn"
	}
	return strings.NewReplacer("{p}", p.rank+" "+p.name, "{P}", p.name, "{uy}", committee, "{đoàn}", youth).Replace(cell)
}

func later(a, b string) string { return max(a, b) }

func earlier(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return min(a, b)
}

// localFamilies maps the key of each local name without its province ("sở y tế") to the code of the bodies it names.
func localFamilies() map[string][]string {
	out := map[string][]string{}
	for _, row := range rows(localTable) {
		k := key(strings.NewReplacer("{p}", "", "{P}", "", "{uy}", "", "{đoàn}", "").Replace(row[1]))
		code, _, _ := strings.Cut(row[0], ",")
		if k != "" {
			out[k] = append(out[k], code)
		}
	}
	return out
}

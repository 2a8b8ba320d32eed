package catalog

import (
	"cmp"
	"context"
	"fmt"
	"regexp"
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/graph"
	"github.com/soichi/soichi/index"
	"github.com/soichi/soichi/register"
)

// The levels of bodies.
const (
	LevelCentral  = "trung_uong"
	LevelProvince = "tinh"
	LevelDistrict = "huyen" // until 30/6/2025
	LevelCommune  = "xa"
)

// What tells the level of a body that the register does not know: the unit named behind the sort of body, as in "Ủy ban
// nhân dân xã", a committee of the Party, or the beginning of the name.
var (
	unitOf = regexp.MustCompile(`(?:^| )(?:dan|uy|bo|an|quoc|nam|vien) (xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho|tinh) `)
	partys = regexp.MustCompile(`^(?:ban thuong vu |ban chap hanh )?(huyen|quan|thi|tinh|thanh) uy `)
	begins = regexp.MustCompile(`^(so|bo|quoc hoi|uy ban thuong vu quoc hoi|chinh phu|thu tuong|chu tich nuoc|ban bi thu|bo chinh tri|tong cuc) `)
)

// unitLevels are the levels of what those expressions find.
var unitLevels = map[string]string{
	"xa": LevelCommune, "phuong": LevelCommune, "thi tran": LevelCommune, "dac khu": LevelCommune,
	"huyen": LevelDistrict, "quan": LevelDistrict, "thi xa": LevelDistrict, "thi": LevelDistrict,
	"tinh": LevelProvince, "thanh pho": LevelProvince, "thanh": LevelProvince, "so": LevelProvince,
}

// levelOf gives the level of a body, "" where neither the register nor its name tells.
func levelOf(bodies *register.Register, name, on string) string {
	if name == "" {
		return ""
	}
	if b, sure := bodies.Find(name, on); sure >= sureName {
		if b.Province != "" {
			return LevelProvince
		}
		return LevelCentral
	}
	words := strings.ReplaceAll(document.FoldASCII(oneLine(name)), ",", " ,") + " "
	if m := unitOf.FindStringSubmatch(words); m != nil {
		if m[1] == "thanh pho" && strings.Contains(words, " tinh ") {
			return LevelDistrict // a city of a province
		}
		return unitLevels[m[1]]
	}
	if m := partys.FindStringSubmatch(words); m != nil {
		return unitLevels[m[1]]
	}
	if m := begins.FindStringSubmatch(words); m != nil {
		return cmp.Or(unitLevels[m[1]], LevelCentral)
	}
	return ""
}

// indexed is a document as the index wants it: with what the register knows of its bodies.
func indexed(bodies *register.Register, d *document.Document) index.Doc {
	out := index.FromDocument(d)
	out.Level = levelOf(bodies, out.Issuer, out.IssuedOn)
	for _, lead := range out.Leads {
		name := oneLine(lead)
		if b, sure := bodies.Find(lead, out.IssuedOn); sure >= sureName {
			name = b.Name
		}
		out.LeadNames = append(out.LeadNames, name)
	}
	return out
}

// The states of a document with tasks, as far as the links alone tell: what answers it at best. They bear the names of the
// statuses of a coverage, which looks at each task.
const (
	StateReported     = "reported"     // a report on it is held
	StatePlanned      = "planned"      // a plan or guidance that carries it out is held
	StateAcknowledged = "acknowledged" // a held document cites it
	StateMissing      = "missing"      // none
)

// states gives the state of every held document that has one other than StateMissing.
func (c *Catalog) states(ctx context.Context) (map[string]string, error) {
	seq, err := c.store.LastChange(ctx)
	if err != nil {
		return nil, fmt.Errorf("states: %w", err)
	}
	g, err := c.Graph(ctx)
	if err != nil {
		return nil, err
	}
	return c.stated.once(seq, struct{}{}, func() (map[string]string, error) { return statesOf(g), nil })
}

// statesOf reads the states off the links to each document.
func statesOf(g *graph.Graph) map[string]string {
	out := map[string]string{}
	for _, n := range g.Nodes() {
		if !n.Held {
			continue
		}
		state := ""
		for _, l := range g.In(n.ID) {
			state = betterState(state, l)
		}
		if state == "" {
			continue
		}
		for _, id := range append([]string{n.ID}, n.Copies...) {
			out[id] = state
		}
	}
	return out
}

// betterState gives the better of a state and that which a link gives.
func betterState(state string, l graph.Link) string {
	switch {
	case l.Relation == document.ReportsOn || state == StateReported:
		return StateReported
	case l.Relation == document.Implements || l.Relation == document.Guides || state == StatePlanned:
		return StatePlanned
	default:
		return StateAcknowledged
	}
}

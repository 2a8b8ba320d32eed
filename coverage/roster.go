package coverage

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/soichi/soichi/document"
)

// roster knows the units of a report and which tasks each was given.
type roster struct {
	bodies Bodies
	on     string // the directive's day, on which groups are expanded
	issuer string // of the directive, by its comparable name
	groups *groups
	units  []Unit
	at     map[string]int    // comparable name -> index in units
	given  []map[int]Part    // by unit: the part it has in each task
	keys   map[string]string // names already looked up
	named  map[string][]int  // phrases already looked up by peers
	wide   []wideGroup       // the groups of places and of own units that the directive names
}

var toImplement = regexp.MustCompile(`(?i)thực hiện|th/hiện|t/h\b|thi hành`)

// persons matches leads that are persons and no bodies: the task is everybody's.
var persons = regexp.MustCompile(`(?i)^(?:mỗi|từng|mọi|tất cả|các cá nhân|cá nhân|cán bộ|công chức|viên chức|đảng viên|người (?:dân|đứng đầu|lao động))(?:[^\p{L}]|$)`)

// isPersons tells whether a lead is persons. Every one of a sort of bodies is a group of these: "Mỗi VKSND cấp tỉnh".
func isPersons(lead string) bool {
	rest := each.ReplaceAllString(lead, "")
	first, _, _ := strings.Cut(rest, " ")
	return persons.MatchString(lead) && (rest == lead || !bodyHeads[first] && familyOf(rest) == "")
}

// newRoster reads the expected units off the directive: its tasks' leads and supports, and the recipients to whom it
// goes "để thực hiện". A task without a lead belongs to all recipients who are to implement; where there are none of
// either, it is the issuer's own.
func newRoster(d *document.Document, bodies Bodies) *roster {
	r := &roster{bodies: bodies, at: map[string]int{}, keys: map[string]string{}, named: map[string][]int{}}
	if d.IssuedOn != nil {
		r.on = d.IssuedOn.Value
	}
	r.groups = newGroups(d, bodies, r.on)
	if d.Issuer != nil {
		r.issuer = r.key(d.Issuer.Value)
	}
	for i, t := range d.Tasks {
		for _, name := range t.Lead {
			if !isPersons(name) {
				r.assign(name, Lead, "chủ trì nhiệm vụ: "+name, i)
			}
		}
	}
	r.recipients(d)
	for i, t := range d.Tasks {
		for _, name := range t.Support {
			r.assign(name, Support, "phối hợp thực hiện nhiệm vụ: "+name, i)
		}
	}
	if len(r.units) == 0 && d.Issuer != nil {
		r.own(d)
	}
	return r
}

// recipients adds those to whom the directive goes to be carried out.
func (r *roster) recipients(d *document.Document) {
	for _, rec := range d.Recipients {
		if !toImplement.MatchString(string(rec.Purpose)) {
			continue
		}
		var tasks []int
		for i, t := range d.Tasks {
			if !slices.ContainsFunc(t.Lead, func(name string) bool { return !isPersons(name) }) {
				tasks = append(tasks, i)
			}
		}
		r.assign(rec.Text, Recipient, "nơi nhận: "+string(rec.Purpose), tasks...)
	}
}

// own gives all tasks to the issuer: a plan that names nobody else binds the one who made it.
func (r *roster) own(d *document.Document) {
	u := r.unit(d.Issuer.Value, true, "cơ quan ban hành; văn bản không giao cho đơn vị khác")
	for i := range d.Tasks {
		r.give(u, i, Lead)
	}
}

// assign gives tasks to all units that a phrase names, and adds these units.
func (r *roster) assign(phrase string, part Part, why string, tasks ...int) {
	named := r.groups.named(phrase)
	for _, name := range named.units {
		u := r.unit(name, true, why)
		for _, task := range tasks {
			r.give(u, task, part)
		}
	}
	for _, name := range named.groups {
		r.note(name, part, why, tasks)
	}
}

// give notes a part. Parts are given in order of weight, so the first one stays.
func (r *roster) give(unit, task int, part Part) {
	if r.given[unit][task] == "" {
		r.given[unit][task] = part
	}
}

// unit gives the index of a unit, adding it if it is new. It is shown by its full name where the register knows it.
func (r *roster) unit(name string, expected bool, why string) int {
	key := r.key(name)
	if i, ok := r.at[key]; ok {
		return i
	}
	shown := r.local(strings.TrimSpace(name))
	if p, ok := r.place(name); ok {
		shown = p.Name
	}
	r.units = append(r.units, Unit{Name: shown, Expected: expected, Why: why})
	r.given = append(r.given, map[int]Part{})
	r.at[key] = len(r.units) - 1
	return len(r.units) - 1
}

// key is what makes two names one unit. A name that the register folds away altogether stands for itself.
func (r *roster) key(name string) string {
	if k, ok := r.keys[name]; ok {
		return k
	}
	k := ""
	if p, ok := r.place(name); ok {
		k = r.bodies.Canonical(p.Name, r.on)
	} else {
		k = cmp.Or(r.bodies.Canonical(r.local(name), r.on), name)
	}
	r.keys[name] = k
	return k
}

func (r *roster) place(name string) (Place, bool) { return r.groups.place(name) }

// ofProvince matches a body of the province that a paper of the province names without the province's name.
var ofProvince = regexp.MustCompile(`^(?:Tỉnh (?:đoàn|ủy)|\p{Lu}.* (?:tỉnh|Tỉnh ủy))$`)

// local gives a body that the register does not know the name of its province.
func (r *roster) local(name string) string {
	if r.groups.province != "" && ofProvince.MatchString(name) {
		return name + " " + r.groups.province
	}
	return name
}

// speaker gives the unit that an answering document speaks for, and the name of the issuer where that is another body:
// one that stands under an expected unit, by the register ("Sở Y tế tỉnh A" under "Ủy ban nhân dân tỉnh A"), or because
// it carries out that unit's plan (a commune's plan for the plan of its province).
func (r *roster) speaker(d *document.Document, via []*document.Document) (unit int, by string) {
	if d.Issuer == nil {
		return r.unit("(không rõ cơ quan ban hành)", false, "văn bản nói về chỉ thị; không rõ cơ quan ban hành"), ""
	}
	name := d.Issuer.Value
	p, known := r.place(name)
	if i, ok := r.at[r.key(name)]; ok {
		r.member(d, p) // it may be one of a group as well
		return i, ""
	}
	for up := p.Parent; known && up != ""; {
		if r.leaves(p, up, via) {
			break
		}
		if i, ok := r.at[r.key(up)]; ok && r.units[i].Expected {
			return i, p.Name
		}
		above, ok := r.bodies.Locate(up, r.on)
		if !ok || above.Parent == up {
			break
		}
		up = above.Parent
	}
	if i, ok := r.member(d, p); ok {
		return i, ""
	}
	for _, plan := range via {
		if i, ok := r.under(d, p, plan); ok {
			return i, name
		}
	}
	return r.unit(name, false, "có văn bản nói về chỉ thị, không được giao"), ""
}

// leaves tells whether a body of a province speaks for the province rather than for the national one above it: it carries
// out a plan of the province. What the police of a province do for its plan is no account of their ministry.
func (r *roster) leaves(p Place, up string, via []*document.Document) bool {
	above, known := r.bodies.Locate(up, r.on)
	return known && above.Province == "" && p.Province != "" && slices.ContainsFunc(via, func(plan *document.Document) bool {
		if plan.Issuer == nil {
			return false
		}
		of, known := r.place(plan.Issuer.Value)
		return known && of.Province == p.Province
	})
}

// local are the beginnings of names of bodies that stand under a people's committee.
var local = regexp.MustCompile(`(?i)^(?:(?:ủy|uỷ) ban nhân dân|UBND) (?:quận|huyện|thị xã|xã|phường|thị trấn|đặc khu)|^(?:sở|phòng|chi cục|hạt|công an|bộ chỉ huy) `)

// under tells whether an issuer stands under the issuer of a plan that it carries out: a local body, under an expected
// local government, and not of another province.
func (r *roster) under(d *document.Document, p Place, plan *document.Document) (int, bool) {
	if plan.Issuer == nil || !local.MatchString(d.Issuer.Value) {
		return 0, false
	}
	i, ok := r.at[r.key(plan.Issuer.Value)]
	if !ok || !r.units[i].Expected {
		return 0, false
	}
	above, known := r.place(plan.Issuer.Value)
	return i, known && above.Province != "" && (p.Province == "" || p.Province == above.Province)
}

// peers gives the expected units that an assignee in an answering document names.
func (r *roster) peers(phrase string) []int {
	if u, ok := r.named[phrase]; ok {
		return u
	}
	var out []int
	for _, name := range r.groups.expand(phrase) {
		if i, ok := r.at[r.key(name)]; ok && r.units[i].Expected {
			out = append(out, i)
		}
	}
	r.named[phrase] = out
	return out
}

// isIssuer tells whether a document is by the issuer of the directive.
func (r *roster) isIssuer(d *document.Document) bool {
	return d.Issuer != nil && r.issuer != "" && r.key(d.Issuer.Value) == r.issuer
}

// sorted gives the units, expected ones first, each group by name.
func (r *roster) sorted() []int {
	order := make([]int, len(r.units))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		ua, ub := r.units[a], r.units[b]
		if ua.Expected != ub.Expected {
			if ua.Expected {
				return -1
			}
			return 1
		}
		return strings.Compare(ua.Name, ub.Name)
	})
	return order
}

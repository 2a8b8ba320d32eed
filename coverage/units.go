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
	bodies   Bodies
	on       string // the directive's day, on which groups are expanded
	units    []Unit
	at       map[string]int  // canonical name -> index in units
	assigned []map[int]bool  // by unit: indexes of tasks
	all      map[string]bool // canonical names of units expected for every task that names nobody
}

var toImplement = regexp.MustCompile(`(?i)thực hiện|th/hiện|t/h\b|thi hành`)

// newRoster reads the expected units off the directive: its tasks' leads and supports, and the recipients to whom it
// goes "để thực hiện". A task without a lead belongs to all recipients who are to implement; where the directive names
// none of either, nobody is expected.
func newRoster(d *document.Document, bodies Bodies) *roster {
	r := &roster{bodies: bodies, at: map[string]int{}, all: map[string]bool{}}
	if d.IssuedOn != nil {
		r.on = d.IssuedOn.Value
	}
	for i, t := range d.Tasks {
		for _, name := range t.Lead {
			r.assign(name, i, "lead of task: "+name)
		}
		for _, name := range t.Support {
			r.assign(name, i, "support of task: "+name)
		}
	}
	for _, rec := range d.Recipients {
		if !toImplement.MatchString(string(rec.Purpose)) {
			continue
		}
		for _, name := range r.expand(rec.Text) {
			u := r.unit(name, true, "recipient: "+string(rec.Purpose))
			r.all[r.units[u].Name] = true
			for i, t := range d.Tasks {
				if len(t.Lead) == 0 {
					r.assigned[u][i] = true
				}
			}
		}
	}
	return r
}

func (r *roster) assign(phrase string, task int, why string) {
	for _, name := range r.expand(phrase) {
		u := r.unit(name, true, why)
		r.assigned[u][task] = true
	}
}

// expand gives the units that a phrase names. A phrase that the register does not know stands for itself: it is shown,
// and never dropped.
func (r *roster) expand(phrase string) []string {
	units, _ := r.bodies.Expand(phrase, r.on)
	if len(units) == 0 {
		return []string{strings.TrimSpace(phrase)}
	}
	return units
}

// unit gives the index of a unit, adding it if it is new.
func (r *roster) unit(name string, expected bool, why string) int {
	key := r.key(name)
	if i, ok := r.at[key]; ok {
		return i
	}
	r.units = append(r.units, Unit{Name: name, Expected: expected, Why: why})
	r.assigned = append(r.assigned, map[int]bool{})
	r.at[key] = len(r.units) - 1
	return len(r.units) - 1
}

// key is what makes two names one unit. A name that the register folds away altogether stands for itself.
func (r *roster) key(name string) string {
	return cmp.Or(r.bodies.Canonical(name, r.on), name)
}

// of gives the unit that an answering document speaks for: its issuer, or the expected unit whose own part the issuer
// is ("Sở Y tế tỉnh A" answers for "Ủy ban nhân dân tỉnh A" if only the latter was asked).
func (r *roster) of(d *document.Document) int {
	if d.Issuer == nil {
		return r.unit("(không rõ cơ quan ban hành)", false, "answers the directive; its issuer is not known")
	}
	name := d.Issuer.Value
	if i, ok := r.at[r.key(name)]; ok {
		return i
	}
	for i, u := range r.units {
		if u.Expected && partOf(name, u.Name) {
			return i
		}
	}
	return r.unit(name, false, "answers the directive without being asked")
}

var placeOf = regexp.MustCompile(`(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)\s+\p{Lu}[\p{L} ]*$`)

// partOf tells whether a unit is a department of a local government that was asked: both names end in the same place.
func partOf(name, asked string) bool {
	place := placeOf.FindString(asked)
	return place != "" && strings.HasPrefix(asked, "Ủy ban nhân dân") && strings.HasSuffix(name, place) &&
		(strings.HasPrefix(name, "Sở ") || strings.HasPrefix(name, "Ban ") || strings.HasPrefix(name, "Văn phòng "))
}

// sorted gives the units, expected ones first, each group by name, and the new place of each.
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

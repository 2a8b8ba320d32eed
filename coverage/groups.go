package coverage

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

// groups expands the phrases with which one directive names units.
type groups struct {
	bodies     Bodies
	on, issuer string
	province   string // of the issuer; "" for a national one
	aliases    aliases
	// recipients and leads are the units that the directive names one by one, and whether it also names all of a sort.
	recipients, leads naming
	expanded          map[string]expansion // what phrases name: one unit leads many tasks
	// charges are the units that it gives tasks to by name.
	charges []string
}

// naming is what a list of phrases names: units one by one, and groups in full.
type naming struct {
	units []string
	full  [][]string
}

// newGroups reads what the directive names, so that "các tỉnh" later in its text can be taken for those.
func newGroups(d *document.Document, bodies Bodies, on string) *groups {
	g := &groups{bodies: bodies, on: on, aliases: aliases{d.Text}, expanded: map[string]expansion{}}
	if d.Issuer != nil {
		g.issuer = d.Issuer.Value
		g.province = bodies.Province(g.issuer)
	}
	for _, rec := range d.Recipients {
		if toImplement.MatchString(string(rec.Purpose)) {
			g.note(&g.recipients, rec.Text)
		}
	}
	for _, t := range d.Tasks {
		for _, lead := range t.Lead {
			g.note(&g.leads, lead)
		}
	}
	g.charges = g.assignees(d.Tasks)
	return g
}

// fewest is the number of units from which a group is more than a list of names.
const fewest = 8

func (g *groups) note(n *naming, phrase string) {
	short := bare(phrase)
	if short != "" && short != phrase {
		return // says itself that it means others
	}
	units, group := g.bodies.ExpandFor(phrase, g.on, g.issuer)
	switch {
	case group && (short != "" || len(units) >= fewest):
		if short == "" {
			n.full = append(n.full, units)
		}
	case group || len(units) == 1 && g.known(units[0]):
		n.units = append(n.units, units...)
	}
}

// assignees gives the units that tasks are given to by name, in order, each once.
func (g *groups) assignees(tasks []document.Task) []string {
	var out []string
	for _, t := range tasks {
		for _, lead := range t.Lead {
			if givenTasks.MatchString(lead) || isPersons(lead) {
				continue
			}
			for _, unit := range g.expand(lead) {
				if !slices.Contains(out, unit) {
					out = append(out, unit)
				}
			}
		}
	}
	return out
}

func (g *groups) known(name string) bool {
	_, ok := g.place(name)
	return ok
}

// place finds a body by name. In the paper of a province "Sở Y tế" and "Công an tỉnh" are the province's own; what the
// Party asks of the Party's body in an office, the office carries out.
func (g *groups) place(name string) (Place, bool) {
	if p, ok := g.locate(name); ok {
		return p, true
	}
	if office := officeOf(name); office != "" {
		return g.locate(office)
	}
	return Place{}, false
}

func (g *groups) locate(name string) (Place, bool) {
	if p, ok := g.bodies.Locate(name, g.on); ok || g.province == "" {
		return p, ok
	}
	for _, tail := range []string{" tỉnh ", " thành phố ", " "} {
		if p, ok := g.bodies.Locate(name+tail+g.province, g.on); ok && p.Province == g.province {
			return p, true
		}
	}
	return Place{}, false
}

var (
	// pointing are words after a group that say that only the ones named elsewhere are meant.
	pointing = regexp.MustCompile(`(?i)[\s(]+(?:đã )?(?:nêu trên|nói trên|trên đây|có tên trên|nêu tại .*|(?:có )?liên quan)\)?$`)
	// allProvinces matches a group of provinces without the formula that means all of them.
	allProvinces  = regexp.MustCompile(`(?i)^(.*?)\s*(?:các (tỉnh|tỉnh, thành phố)|(?:các )?(địa phương))$`)
	allMinistries = regexp.MustCompile(`(?i)^các bộ(?:, ngành|, ban, ngành)?$`)
	severalOf     = regexp.MustCompile(`(?i)\bcác\b|^địa phương`)
)

// bare gives a group in its short form, without the words that point elsewhere: "Ủy ban nhân dân các tỉnh (nêu trên)"
// gives "Ủy ban nhân dân các tỉnh". It gives "" for names and for groups in full ("các tỉnh, thành phố trực thuộc Trung
// ương"), which mean what they say.
func bare(phrase string) string {
	p := strings.TrimSpace(phrase)
	short := strings.TrimSpace(pointing.ReplaceAllString(p, ""))
	if short != p {
		return short
	}
	if severalOf.MatchString(p) && (allProvinces.MatchString(p) && !strings.HasSuffix(viet.Lower(p), "thành phố") || allMinistries.MatchString(p)) {
		return p
	}
	return ""
}

// expansion is what a phrase names: the units, and the groups that it begins with, one for each level, before they were
// taken apart.
type expansion struct{ units, groups []string }

// expand gives the units that a phrase names, which nobody may change. A phrase that nobody knows stands for itself: it is
// shown, and never dropped.
func (g *groups) expand(phrase string) []string { return g.named(phrase).units }

// named gives what a phrase names, worked out once.
func (g *groups) named(phrase string) expansion {
	e, ok := g.expanded[phrase]
	if !ok {
		spelled := g.spelled(phrase)
		e.units = g.unitsOf(spelled)
		if whole := g.whole(spelled); whole != "" {
			e.groups = g.parts(whole)
		}
		g.expanded[phrase] = e
	}
	return e
}

// unitsOf finds the units that a phrase, spelled out, names. A bare group means those of its members that the directive names as
// recipients, else those that it gives tasks to, unless the directive also speaks of all of them.
func (g *groups) unitsOf(phrase string) []string {
	if givenTasks.MatchString(phrase) && len(g.charges) > 0 {
		return g.charges
	}
	if units := g.wide(phrase); units != nil {
		return units
	}
	if units := g.everywhere(phrase); units != nil {
		return units
	}
	short := bare(phrase)
	asked := phrase
	if short != "" {
		asked = inFull(short)
	}
	units, group := g.bodies.ExpandFor(asked, g.on, g.issuer)
	if group {
		if units = g.within(units); len(units) == 0 {
			return []string{phrase}
		}
	}
	if !group {
		if len(units) == 1 && !g.known(units[0]) {
			if list := g.list(phrase); list != nil {
				return list
			}
			return []string{g.beginning(phrase)}
		}
		if len(units) == 0 {
			return []string{phrase}
		}
		return units
	}
	if short == "" {
		return units
	}
	for _, n := range []naming{g.recipients, g.leads} {
		if slices.ContainsFunc(n.full, func(all []string) bool { return shares(all, units) }) {
			break
		}
		if meant := both(units, n.units); len(meant) > 0 {
			return meant
		}
	}
	return units
}

// givenTasks matches what means the units that the directive gives tasks to: "Các sở, ngành được giao nhiệm vụ chủ trì".
var givenTasks = regexp.MustCompile(`(?i)^(?:thủ trưởng )?các [^;]*(?:được giao|được phân công)(?: nhiệm vụ| chủ trì)*(?: tại .*)?$`)

// spelled writes a phrase out: without the words that ask every one of a group, and with the names that are abbreviated.
func (g *groups) spelled(phrase string) string {
	return g.aliases.full(each.ReplaceAllString(strings.TrimSpace(phrase), ""))
}

// wide gives the units of a phrase that begins with a group of places or of own units, nil where it does not. What has no
// list stays a group.
func (g *groups) wide(phrase string) []string {
	name := g.whole(phrase)
	if name == "" {
		return nil
	}
	if units := g.levels(name); units != nil {
		return units
	}
	return g.members(name)
}

// whole gives the group of places or of own units that a phrase begins with, words taken along left out ("UBND các huyện,
// thị xã cấp mã số vùng trồng"); "" where there is none.
func (g *groups) whole(phrase string) string {
	words := strings.Fields(charged.ReplaceAllString(phrase, ""))
	for n := len(words); n >= 2; n-- {
		if n < len(words) {
			first, _ := utf8.DecodeRuneInString(words[n])
			if !unicode.IsLower(first) || words[n] != "cấp" && slices.Contains(narrowing, words[n]) {
				continue
			}
		}
		name := strings.TrimRight(strings.Join(words[:n], " "), ",;:")
		if levelled(name) != "" || isWide(name) {
			return name
		}
	}
	return ""
}

// charged matches words taken along that only say that the group has something to do.
var charged = regexp.MustCompile(`(?i)\s+có (?:trách nhiệm|nhiệm vụ).*$`)

// ownUnits matches the units of the issuer itself.
var ownUnits = regexp.MustCompile(`(?i)^(?:thủ trưởng )?(?:các )?(?:cục, vụ|vụ, cục|cơ quan|đơn vị|phòng, ban|phòng, đơn vị|cơ quan, đơn vị)(?:, đơn vị)? (?:trực )?thuộc (?:bộ|sở|cục|ủy ban|tỉnh|ngành)`)

// department matches a department of a province that is named without its province.
var department = regexp.MustCompile(`^(?:Giám đốc )?(?:Sở|Thanh tra tỉnh|Công an tỉnh) [^,;]{2,40}$`)

// everywhere gives the departments of all provinces where a national paper names one without its province, nil for other
// phrases.
func (g *groups) everywhere(phrase string) []string {
	if g.bodies.Province(g.issuer) != "" || g.bodies.Province(phrase) != "" || !department.MatchString(phrase) || strings.Contains(phrase, " các ") || g.known(phrase) {
		return nil
	}
	units, group := g.bodies.ExpandFor(phrase+everyProvince, g.on, g.issuer)
	if !group || len(units) < fewest {
		return nil
	}
	return units
}

// within gives those of several units that a provincial paper can mean: not those of other provinces.
func (g *groups) within(units []string) []string {
	here := g.bodies.Province(g.issuer)
	if here == "" {
		return units
	}
	return slices.DeleteFunc(slices.Clone(units), func(name string) bool {
		p, ok := g.bodies.Locate(name, g.on)
		return ok && p.Province != "" && p.Province != here
	})
}

// inFull gives a bare group of provinces the words that the register knows it by.
func inFull(short string) string {
	m := allProvinces.FindStringSubmatch(short)
	if m == nil {
		return short
	}
	return strings.TrimSpace(m[1] + everyProvince)
}

// list cuts a phrase that lists bodies, nil unless every one of them is known.
func (g *groups) list(phrase string) []string {
	names := strings.FieldsFunc(strings.ReplaceAll(phrase, " và ", ","), func(r rune) bool { return r == ',' || r == ';' })
	for i := range names {
		names[i] = strings.TrimSpace(names[i])
		if !g.known(names[i]) && !ofProvince.MatchString(names[i]) {
			return nil
		}
	}
	return names
}

// beginning cuts a name off from words that were taken along ("Bộ Công an chia sẻ dữ liệu"): the longest beginning that
// is a known body, if what follows begins in lower case and does not narrow the name.
func (g *groups) beginning(phrase string) string {
	words := strings.Fields(phrase)
	for n := len(words) - 1; n >= 2; n-- {
		first, _ := utf8.DecodeRuneInString(words[n])
		if !unicode.IsLower(first) || slices.Contains(narrowing, words[n]) {
			continue
		}
		if name := strings.TrimRight(strings.Join(words[:n], " "), ",;:"); g.known(name) {
			return name
		}
	}
	return phrase
}

// narrowing are words that make another body of the name before them.
var narrowing = []string{"các", "tỉnh", "thành", "huyện", "quận", "thị", "xã", "phường", "cấp", "của", "và", "thuộc", "tại", "khu", "vùng"}

func shares(a, b []string) bool { return len(both(a, b)) > 0 }

// both gives the members of a that are in b as well, in the order of a.
func both(a, b []string) []string {
	var out []string
	for _, x := range a {
		if slices.Contains(b, x) {
			out = append(out, x)
		}
	}
	return out
}

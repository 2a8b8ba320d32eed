package web

import (
	"cmp"
	_ "embed"
	"html/template"
	"net/http"
	"strconv"
	"strings"

	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/graph"
	"github.com/soichi/soichi/query"
	"github.com/soichi/soichi/report"
)

// The languages of the labels. What documents say stays in Vietnamese.
const (
	vietnamese = "vi"
	english    = "en"
)

// languageCookie keeps the choice while the reader goes from page to page.
const (
	languageCookie = "lang"
	cookieSeconds  = 365 * 24 * 60 * 60
)

// language gives the language of a page: what ?lang= asks for, else what was chosen last, else Vietnamese.
func language(w http.ResponseWriter, r *http.Request) string {
	w.Header().Add("Vary", "Cookie")
	if asked := r.URL.Query().Get("lang"); asked == english || asked == vietnamese {
		http.SetCookie(w, &http.Cookie{
			Name: languageCookie, Value: asked, Path: "/", MaxAge: cookieSeconds, HttpOnly: true, SameSite: http.SameSiteLaxMode,
		})
		return asked
	}
	if c, err := r.Cookie(languageCookie); err == nil && c.Value == english {
		return english
	}
	return vietnamese
}

// labels gives the functions of the templates that depend on the language.
func labels(lang string) template.FuncMap {
	if lang == vietnamese {
		return template.FuncMap{
			"t":         func(vi, _ string) string { return vi },
			"decimal":   func(x float64) string { return strings.Replace(decimal(x), ".", ",", 1) },
			"status":    report.StatusName,
			"due":       report.DueName,
			"flag":      report.FlagName,
			"relation":  report.RelationName,
			"label":     report.Label,
			"nodeLabel": func(n graph.Node) string { return report.Label(&n) },
			"dutyState": func(s string) string {
				return cmp.Or(report.StatusName(coverage.Status(s)), report.DueName(coverage.DueState(s)))
			},
			"state":   func(s graph.State) string { return stateNames[s] },
			"genre":   document.KindName,
			"example": vietnameseExample,
			"sort":    func(s string) string { return sortNames[s] },
			"field":   func(s string) string { return cmp.Or(fieldNames[s], s) },
			"facet":   func(s string) string { return facetNames[s] },
			"value": func(facet, v string) string {
				return cmp.Or(valueNames[facet][v], kindOr(facet, v, document.KindName), v)
			},
		}
	}
	kinds := englishKinds()
	return template.FuncMap{
		"t":         func(_, en string) string { return en },
		"decimal":   decimal,
		"status":    func(s coverage.Status) string { return statusEnglish[s] },
		"due":       func(s coverage.DueState) string { return strings.ReplaceAll(string(s), "_", " ") },
		"flag":      func(f coverage.Flag) string { return flagEnglish[f] },
		"relation":  relationIn,
		"label":     labelIn,
		"nodeLabel": func(n graph.Node) string { return labelIn(&n) },
		"dutyState": func(s string) string {
			return cmp.Or(statusEnglish[coverage.Status(s)], strings.ReplaceAll(s, "_", " "))
		},
		"state":   func(s graph.State) string { return stateEnglish[s] },
		"genre":   func(kind string) string { return cmp.Or(kinds[kind], document.KindName(kind)) },
		"example": func(f query.FieldInfo) string { return f.Example },
		"sort":    func(s string) string { return sortEnglish[s] },
		"field":   func(s string) string { return cmp.Or(fieldEnglish[s], s) },
		"facet":   func(s string) string { return facetEnglish[s] },
		"value": func(facet, v string) string {
			return cmp.Or(valueEnglish[facet][v], kindOr(facet, v, func(k string) string { return kinds[k] }), v)
		},
	}
}

// decimal writes a number with as many decimals as it has.
func decimal(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// stateNames are the states of a link as an officer would say them.
var stateNames = map[graph.State]string{
	graph.Resolved: "đã xác định", graph.Wanted: "chưa có trong kho", graph.Ambiguous: "nhiều văn bản trùng số", graph.Conflicting: "lệch ngày",
}

var stateEnglish = map[graph.State]string{
	graph.Resolved: "resolved", graph.Wanted: "not held", graph.Ambiguous: "several bear this number", graph.Conflicting: "the date differs",
}

var statusEnglish = map[coverage.Status]string{
	coverage.Reported: "reported", coverage.Planned: "planned", coverage.Acknowledged: "a document, not this task", coverage.Missing: "nothing held",
}

var flagEnglish = map[coverage.Flag]string{
	coverage.Outdated: "planned before an amendment", coverage.Unassigned: "not asked", coverage.LaterDeadline: "later date",
	coverage.AmbiguousLink: "unsure which document is cited",
}

// relationEnglish are the relations, forwards and backwards.
var relationEnglish = map[document.Relation][2]string{
	document.BasedOn:     {"based on", "basis of"},
	document.Implements:  {"implements", "implemented by"},
	document.Guides:      {"guides", "guided by"},
	document.Amends:      {"amends", "amended by"},
	document.Replaces:    {"replaces", "replaced by"},
	document.Repeals:     {"repeals", "repealed by"},
	document.ReportsOn:   {"reports on", "reported on by"},
	document.RespondsTo:  {"responds to", "answered by"},
	document.AttachedTo:  {"attached to", "has attached"},
	document.OrganisedBy: {"organised by", "organises a movement of"},
	document.Cites:       {"cites", "cited by"},
}

func relationIn(r document.Relation, back bool) string {
	if back {
		return relationEnglish[r][1]
	}
	return relationEnglish[r][0]
}

// labelIn names a node in one line of an English page: kind and number as they are cited, day, title and issuer.
func labelIn(n *graph.Node) string {
	parts := []string{}
	add := func(s string) {
		if s != "" {
			parts = append(parts, s)
		}
	}
	kind := document.KindName(string(n.Kind))
	if n.Symbol != "" || !strings.HasPrefix(string(n.Title), kind) { // a law's name begins with its kind
		add(strings.TrimSpace(kind + " " + string(n.Symbol)))
	}
	add(day(n.IssuedOn))
	add(clip(string(n.Title)))
	add(string(n.Issuer))
	return cmp.Or(strings.Join(parts, ", "), n.ID)
}

//go:embed kinds.tsv
var kindsFile string

// englishKinds reads the table of kinds.
func englishKinds() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(kindsFile) {
		value, name, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if ok && !strings.HasPrefix(value, "#") {
			out[value] = name
		}
	}
	return out
}

package eval

import (
	"encoding/json"
	"strings"

	"github.com/soichi/soichi/document"
)

// annotation is the shape with spans: each value an object, kinds and relations by their Vietnamese names.
type annotation struct {
	File   string `json:"file"`
	Fields struct {
		Type     *annotated `json:"type"`
		Number   *annotated `json:"number"`
		Issuer   *annotated `json:"issuer"`
		Date     *annotated `json:"date"`
		Place    *annotated `json:"place"`
		Title    *annotated `json:"title"`
		Signer   *annotated `json:"signer"`
		Position *annotated `json:"signer_position"`
		Secrecy  *annotated `json:"secrecy"`
		Urgency  *annotated `json:"urgency"`
	} `json:"fields"`
	Recipients []struct {
		Span    quoted  `json:"span"`
		Purpose *string `json:"purpose"`
	} `json:"recipients"`
	Themes []struct {
		Kind string `json:"kind"`
		Text string `json:"text"`
	} `json:"themes"`
	Movements []struct {
		Name string  `json:"name"`
		Span *quoted `json:"span"`
	} `json:"movements"`
	Citations []struct {
		Span     quoted `json:"span"`
		Kind     string `json:"kind"`
		Type     string `json:"type"`
		Number   string `json:"number"`
		Date     string `json:"date"`
		Issuer   string `json:"issuer"`
		Relation string `json:"relation"`
		Where    string `json:"where"`
	} `json:"citations"`
	Tasks []struct {
		Span      quoted   `json:"span"`
		Section   []string `json:"section_path"`
		Kind      string   `json:"kind"`
		Explicit  bool     `json:"explicit_assignee"`
		Assignees []struct {
			Span quoted `json:"span"`
		} `json:"assignees"`
	} `json:"tasks"`
	Results []struct {
		Value json.RawMessage `json:"value"`
		Unit  json.RawMessage `json:"unit"`
	} `json:"results"`
}

type annotated struct {
	Value     string `json:"value"`
	Authority string `json:"authority"`
}

type quoted struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// footnote is how the annotators tell the place of a mention, followed by the footnote's mark.
const footnote = "footnote"

// implementedBy begins the relation of a document that another citation of the text carries out: the relation is the same,
// and what follows names its subject.
const implementedBy = "implemented_by:"

// relationsOf maps the annotators' names of relations; what is not listed is a mere mention.
var relationsOf = map[string]document.Relation{
	"implements": document.Implements, "legal_basis": document.BasedOn, "amends": document.Amends, "replaces": document.Replaces,
	"repeals": document.Repeals, "guides": document.Guides, "reports_on": document.ReportsOn, "organised_by": document.OrganisedBy,
}

func (g *Gold) fromAnnotation(data []byte) (string, error) {
	var a annotation
	if err := json.Unmarshal(data, &a); err != nil {
		return "", err
	}
	f := a.Fields
	for name, v := range map[string]*annotated{
		"symbol": f.Number, "issuer": f.Issuer, "issued_on": f.Date, "place": f.Place, "title": f.Title, "signer": f.Signer,
		"signer.position": f.Position, "secrecy": f.Secrecy, "urgency": f.Urgency,
	} {
		g.set(name, v.value())
	}
	g.set("kind", kindNamed(f.Type.value()))
	if f.Position != nil {
		g.set("signer.authority", f.Position.Authority)
	}
	// Due dates are not scored: these annotators noted only what counts from an event, and took "hằng năm" for none, which
	// is a due date with a recurrence today.
	for _, list := range []string{"recipients", "themes", "citations", "tasks", "results"} {
		g.Scored[list] = true
	}
	for _, r := range a.Recipients {
		text := r.Span.Text
		if i := strings.LastIndexByte(text, '('); i > 0 && r.Purpose != nil {
			text = text[:i]
		}
		g.Recipients = append(g.Recipients, strings.TrimSpace(text))
	}
	g.annotatedThemes(a)
	g.annotatedCitations(a)
	g.annotatedTasks(a)
	g.annotatedResults(a)
	return a.File, nil
}

func (v *annotated) value() string {
	if v == nil {
		return ""
	}
	return v.Value
}

// kindNamed gives the kind's value for a printed name; a news page is one that is no document.
func kindNamed(name string) string {
	if strings.HasPrefix(name, "Tin bài") {
		return "tin_bai"
	}
	for _, k := range document.Kinds() {
		if strings.EqualFold(k.Name, name) {
			return k.Value
		}
	}
	return ""
}

func (g *Gold) annotatedThemes(a annotation) {
	kinds := map[string]string{"chủ đề": document.ThemeSubject, "phương châm": document.ThemeMotto}
	for _, t := range a.Themes {
		if k := kinds[t.Kind]; k != "" {
			g.Themes = append(g.Themes, GoldTheme{k, t.Text})
		}
	}
	for _, m := range a.Movements {
		if m.Span != nil {
			g.Themes = append(g.Themes, GoldTheme{document.ThemeMovement, m.Span.Text})
		}
	}
}

// annotatedCitations takes the mentions. The annotators wrote before the relation organised_by had its name and called it
// "refers" where a movement's footnote names the plan that runs it; a reader may give either for those.
func (g *Gold) annotatedCitations(a annotation) {
	for _, c := range a.Citations {
		if c.Kind == "self" {
			continue
		}
		rel, or := relationsOf[c.Relation], document.Relation("")
		switch {
		case rel != "":
		case strings.HasPrefix(c.Relation, implementedBy):
			rel = document.Implements
		default:
			rel = document.Cites
		}
		if c.Relation == "refers" && strings.HasPrefix(c.Where, footnote) {
			or = document.OrganisedBy
		}
		g.Citations = append(g.Citations, GoldCitation{
			Exact: c.Span.Text, Kind: kindNamed(c.Type), Symbol: c.Number, Issuer: c.Issuer, IssuedOn: c.Date,
			Relation: string(rel), Or: string(or), Class: c.Kind, Optional: c.Kind != "numbered",
		})
	}
}

func (g *Gold) annotatedTasks(a annotation) {
	for _, t := range a.Tasks {
		if t.Kind == "reported" {
			continue // said in a news page: told, not assigned
		}
		k := GoldTask{Quote: Quote{Text: t.Span.Text}, Split: true}
		for _, who := range t.Assignees {
			k.Lead = append(k.Lead, who.Span.Text)
		}
		g.Tasks = append(g.Tasks, k)
	}
}

// annotatedResults takes single figures; pairs ("116 vụ/102 bị can") are two.
func (g *Gold) annotatedResults(a annotation) {
	for _, r := range a.Results {
		var one float64
		var unit string
		if json.Unmarshal(r.Value, &one) == nil && json.Unmarshal(r.Unit, &unit) == nil {
			g.Results = append(g.Results, GoldResult{one, unit})
			continue
		}
		var many []float64
		var units []string
		if json.Unmarshal(r.Value, &many) == nil && json.Unmarshal(r.Unit, &units) == nil && len(many) == len(units) {
			for i := range many {
				g.Results = append(g.Results, GoldResult{many[i], units[i]})
			}
		}
	}
}

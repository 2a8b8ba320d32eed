package document

import (
	"encoding/json"
	"fmt"
	"sort"
)

// Document is one directive, plan, report or page with everything that was extracted from it, in the shape that
// `soichi extract --json` prints. A nil pointer or empty list means that the document lacks the thing: no value is ever
// given without the span it came from or the method that gave it.
type Document struct {
	// ID names the document in a library. It is stable over re-ingest; outside a library it is taken from the bytes.
	ID string `json:"id"`
	// URN is the URN:LEX name of the work, null unless issuer, kind, date and number are all known.
	URN    NullString `json:"urn"`
	Source Source     `json:"source"`
	Text   string     `json:"text"`

	Kind     *Kind   `json:"kind"`
	Symbol   *Field  `json:"symbol"`
	Issuer   *Issuer `json:"issuer"`
	IssuedOn *Field  `json:"issued_on"`
	// PublishedOn is the day of a news page, which is issued by nobody: it orders the page in time, and is no date of issue.
	PublishedOn *Field  `json:"published_on,omitempty"`
	Place       *Field  `json:"place"`
	Title       *Field  `json:"title"`
	Signer      *Signer `json:"signer"`
	Secrecy     *Field  `json:"secrecy"`
	Urgency     *Field  `json:"urgency"`

	Recipients []Recipient `json:"recipients"`
	Themes     []Theme     `json:"themes"`
	Sections   []Section   `json:"sections"`
	Citations  []Citation  `json:"citations"`
	Tasks      []Task      `json:"tasks"`
	Results    []Result    `json:"results"`
	Paragraphs []Paragraph `json:"paragraphs"`
	// PageStarts holds the position at which each page begins, in code points; absent where the format has no pages.
	PageStarts []int `json:"page_starts,omitempty"`
}

// PageAt gives the number of the page, counted from 1, on which a position of the text stands; 0 where the format has no
// pages.
func (d *Document) PageAt(at int) int {
	return sort.Search(len(d.PageStarts), func(i int) bool { return d.PageStarts[i] > at })
}

// Source says where a document came from and how its text was got.
type Source struct {
	Path      string   `json:"path"`
	SHA256    string   `json:"sha256"`
	MediaType string   `json:"media_type"`
	Pages     int      `json:"pages"`
	OCR       bool     `json:"ocr"`
	Warnings  []string `json:"warnings"`
}

// Evidence is what stands behind every value: where it was read, how sure we are, and by which rule.
type Evidence struct {
	// Span is nil where the value was inferred from another value; Method then says from what.
	Span *Span `json:"span"`
	// Confidence is in 0..1 and means the share of values given at this confidence that are right.
	Confidence float64 `json:"confidence"`
	// Method names the rule, such as "letterhead" or "symbol"; "person" for a correction.
	Method string `json:"method"`
	// Suggested tells that the value is too unsure to be relied on: a person should look at it. See [SuggestBelow].
	Suggested bool `json:"suggested,omitempty"`
}

// SuggestBelow is the confidence below which a value is a suggestion: three in ten of such values may be wrong.
const SuggestBelow = 0.7

// Field is a plain value with its evidence.
type Field struct {
	Value string `json:"value"`
	Evidence
}

// Kind is the type of the document: Value as in kinds.tsv ("chi_thi"), Name as printed in a list ("Chỉ thị").
type Kind struct {
	Value string `json:"value"`
	Name  string `json:"name"`
	Evidence
}

// Issuer is the body that issued the document, by its full name, and its code in the register where it has one.
type Issuer struct {
	Value string     `json:"value"`
	Code  NullString `json:"code"`
	Evidence
}

// Signer is the person who signed. Authority is how the signature was empowered, as printed in the state form:
// "TM.", "KT.", "TL.", "TUQ.", "Q."; null for a head who signs in their own right.
type Signer struct {
	Value     string     `json:"value"`
	Position  NullString `json:"position"`
	Authority NullString `json:"authority"`
	Evidence
}

// Recipient is one line of "Nơi nhận", without dash, purpose and closing mark.
type Recipient struct {
	Text    string     `json:"text"`
	Purpose NullString `json:"purpose"` // "để thực hiện", "để b/c", as printed, without brackets
	Span    Span       `json:"span"`
}

// Theme is a theme, motto or movement that the document names.
type Theme struct {
	Kind string     `json:"kind"` // one of the Theme… constants
	Role NullString `json:"role"` // "launched", "continued", "supported", "reported", where the text says so
	Text string     `json:"text"`
	Span Span       `json:"span"`
	// OrganisedBy is the index of the citation that names the paper by which a movement is run, where a footnote at its
	// name says so.
	OrganisedBy *int `json:"organised_by,omitempty"`
}

// The kinds of theme.
const (
	ThemeSubject  = "theme"    // chủ đề
	ThemeMotto    = "motto"    // phương châm
	ThemeMovement = "movement" // phong trào, cuộc vận động
)

// Section is a numbered division of the text. Path joins the labels from the root, as in "II.1.a".
type Section struct {
	Path  string     `json:"path"`
	Label string     `json:"label"` // as printed: "a)"
	Title NullString `json:"title"`
	Span  Span       `json:"span"` // from the label to the end of the division, its subdivisions included
}

// Task is one obligation.
type Task struct {
	Text        string     `json:"text"`
	Section     NullString `json:"section"`
	Lead        []string   `json:"lead"`
	Support     []string   `json:"support"`
	Due         *Due       `json:"due"`
	Deliverable NullString `json:"deliverable"`
	Span        Span       `json:"span"`
	Confidence  float64    `json:"confidence"`
	Method      string     `json:"method"`
}

// Due is when a task is due: the words, the date where one can be computed (ISO 8601), and the rule of a recurring one
// ("yearly", "quarterly", "monthly", "weekly", "daily", or "periodic" where the words give no period).
type Due struct {
	Value      NullString `json:"value"`
	Text       string     `json:"text"`
	Recurrence NullString `json:"recurrence"`
}

// Result is a reported figure, such as 6433 reports of crime handled in 2020-2024.
type Result struct {
	Measure   string     `json:"measure"`
	Value     float64    `json:"value"`
	Unit      string     `json:"unit"`
	Qualifier NullString `json:"qualifier"` // "hơn", "trên", "khoảng", …: the figure is not exact
	Period    NullString `json:"period"`
	Span      Span       `json:"span"`
}

// NullString is a string whose empty value is JSON null.
type NullString string

// MarshalJSON writes null for the empty string.
func (s NullString) MarshalJSON() ([]byte, error) {
	if s == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(s))
}

// UnmarshalJSON reads null as the empty string.
func (s *NullString) UnmarshalJSON(b []byte) error {
	var p *string
	if err := json.Unmarshal(b, &p); err != nil {
		return fmt.Errorf("a string or null: %w", err)
	}
	*s = ""
	if p != nil {
		*s = NullString(*p)
	}
	return nil
}

// Day is the day that the document stands for in lists, traces and searches: that of issue, else that of publication; ""
// where neither is known.
func (d *Document) Day() string {
	switch {
	case d.IssuedOn != nil:
		return d.IssuedOn.Value
	case d.PublishedOn != nil:
		return d.PublishedOn.Value
	}
	return ""
}

// FillEmpty turns nil lists into empty ones, so that JSON says [] and never null for a list.
func (d *Document) FillEmpty() {
	if d.Source.Warnings == nil {
		d.Source.Warnings = []string{}
	}
	if d.Recipients == nil {
		d.Recipients = []Recipient{}
	}
	if d.Themes == nil {
		d.Themes = []Theme{}
	}
	if d.Sections == nil {
		d.Sections = []Section{}
	}
	if d.Citations == nil {
		d.Citations = []Citation{}
	}
	if d.Tasks == nil {
		d.Tasks = []Task{}
	}
	if d.Results == nil {
		d.Results = []Result{}
	}
	if d.Paragraphs == nil {
		d.Paragraphs = []Paragraph{}
	}
	for i := range d.Tasks {
		if d.Tasks[i].Lead == nil {
			d.Tasks[i].Lead = []string{}
		}
		if d.Tasks[i].Support == nil {
			d.Tasks[i].Support = []string{}
		}
	}
}

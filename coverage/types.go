package coverage

import (
	"github.com/soichi/soichi/align"
	"github.com/soichi/soichi/document"
)

// Status says how far a unit has come with a task.
type Status string

// The statuses, deepest first.
const (
	Reported     Status = "reported"     // a report answers the task
	Planned      Status = "planned"      // a plan takes the task up
	Acknowledged Status = "acknowledged" // a document of the unit implements or cites the directive, and nothing in it answers this task
	Missing      Status = "missing"      // nothing from the unit is held
)

// DueState is one of the four states in which the State counts tasks; null where the task has no date.
type DueState = document.NullString

// The due states.
const (
	DoneOnTime DueState = "done_on_time"
	DoneLate   DueState = "done_late"
	Open       DueState = "open"
	Overdue    DueState = "overdue"
)

// Flag warns about a cell.
type Flag string

// The flags.
const (
	Outdated      Flag = "outdated"       // the plan is older than an amendment or replacement of the directive
	Unassigned    Flag = "unassigned"     // the unit takes up a task that it was not given
	LaterDeadline Flag = "later_deadline" // the plan sets a later date than the directive
	AmbiguousLink Flag = "ambiguous"      // the evidence cites a number that several documents bear
	Draft         Flag = "draft"          // the plan is a draft that is not issued
)

// Report is the coverage of one directive as of a day.
type Report struct {
	Directive string              `json:"directive"`
	Symbol    document.NullString `json:"symbol"` // of the directive
	Title     document.NullString `json:"title"`
	AsOf      string              `json:"as_of"` // ISO 8601
	// Force says how the directive stands on the day: "in_force", "amended", "replaced", "repealed" or "expired"; the id and
	// the symbol of the document that changed it, and since when.
	Force   Force  `json:"force"`
	Tasks   []Task `json:"tasks"`
	Units   []Unit `json:"units"`
	Cells   []Cell `json:"cells"` // every task with every unit, tasks first
	Covered Shares `json:"covered"`
	// Counts are the assigned cells by status, and by due state, evidence of either sort counted.
	Counts map[string]int `json:"counts"`
}

// Force is how a document stands on a day.
type Force struct {
	State  string              `json:"state"`
	On     document.NullString `json:"on"`
	By     document.NullString `json:"by"`
	Symbol document.NullString `json:"symbol"`
	// Successors are the ids of the held documents that replaced it: what was planned for it is carried to them.
	Successors []string `json:"successors,omitempty"`
}

// Task is a task of the directive.
type Task struct {
	Index   int                 `json:"index"`
	Text    string              `json:"text"`
	Section document.NullString `json:"section"`
	Due     *document.Due       `json:"due"`
	Span    document.Span       `json:"span"`
	// DueAsAmended is the date that an amendment set by the day of the report, where one did.
	DueAsAmended document.NullString `json:"due_as_amended"`
}

// Part is what a unit has to do with a task that the directive gives it.
type Part string

// The parts. Only leads and recipients are asked to account for a task: they alone have due states and count in Covered.
const (
	Lead      Part = "lead"      // chủ trì
	Support   Part = "support"   // phối hợp
	Recipient Part = "recipient" // nơi nhận để thực hiện, for a task that names no lead
)

// accountable tells whether the part makes the unit answer for the task.
func (p Part) accountable() bool { return p == Lead || p == Recipient }

// Unit is a body that was given tasks or that took some up.
type Unit struct {
	Name     string `json:"name"`
	Expected bool   `json:"expected"`
	Why      string `json:"why"`
}

// Cell is what is known of one task and one unit.
type Cell struct {
	Task     int      `json:"task"` // index in Tasks
	Unit     string   `json:"unit"`
	Assigned bool     `json:"assigned"` // the directive gives the task to the unit, in whatever part
	Part     Part     `json:"part"`     // "" where it is not assigned
	Status   Status   `json:"status"`
	DueState DueState `json:"due_state"`
	// DueStateAsAmended is the due state by Task.DueAsAmended; null where no amendment moved the date.
	DueStateAsAmended DueState   `json:"due_state_as_amended"`
	Flags             []Flag     `json:"flags"`
	Evidence          []Evidence `json:"evidence"`
}

// Evidence is a passage that takes the task up, quoted on both sides.
type Evidence struct {
	Document    string              `json:"document"`
	Symbol      document.NullString `json:"symbol"` // of the document
	Role        Status              `json:"role"`   // Reported or Planned: what the passage proves
	Span        document.Span       `json:"span"`
	TaskSpan    document.Span       `json:"task_span"`
	Score       float64             `json:"score"`
	Reasons     []string            `json:"reasons"` // why the program takes the passage for an answer, for people
	Due         document.NullString `json:"due"`     // the date that the passage sets itself
	Done        document.NullString `json:"done"`    // the day on which the passage says that the thing was done
	Partial     bool                `json:"partial"` // the passage takes up a part of the task, or tells that its target is not reached
	Carried     document.NullString `json:"carried"` // the replaced directive that the passage answered
	By          document.NullString `json:"by"`      // the issuer, where it stands under the unit and answers for it
	ConfirmedBy document.NullString `json:"confirmed_by"`
	// large and touched are the clauses that make up the task and those that the passage speaks of, a bit each; zero where
	// the passage is about the whole.
	large, touched uint16
	// halts tells that the sentence goes on to say that the thing is not all done.
	halts bool
	rest  string       // what follows the passage in its paragraph
	match *align.Match // what the score rests on; nil where it is no matter of words
}

// SuggestedFrom is the score from which a passage is suggested as evidence by its words.
const SuggestedFrom = align.Enough

// Shares are shares of the assigned cells in 0..1. They never overlap: what is confirmed is not counted as suggested.
type Shares struct {
	Confirmed float64 `json:"confirmed"`
	Suggested float64 `json:"suggested"`
}

// Place is where a body stands.
type Place struct {
	Name     string // in full, in natural case
	Parent   string // the body above it; "" if none is known
	Province string // of a local body; "" for a national one
}

// Bodies is what coverage asks of the register.
type Bodies interface {
	// Canonical gives one name for all names of a body on a day.
	Canonical(name, on string) string
	// ExpandFor gives the bodies that a phrase means on a day in a paper of the issuer; group is false where it names one body.
	ExpandFor(phrase, on, issuer string) (units []string, group bool)
	// Locate finds a body by name on a day.
	Locate(name, on string) (Place, bool)
	// Province gives the bare name of the province that the words speak of, or "".
	Province(words string) string
	// Places gives the districts and communes of a province on a day with their ranks ("huyện Mai Sơn"), none of a level
	// that the register has no list of for that day.
	Places(province, on string) []string
	// Ended tells whether places of a rank had been done away with by a day.
	Ended(rank, on string) bool
}

// Decision is what a person said of a piece of evidence.
type Decision struct {
	Confirmed bool
	By        string
}

// Input is all that coverage looks at.
type Input struct {
	Directive *document.Document
	// Answers are the documents that speak of the directive, directly or over a plan, with how they are tied to it.
	Answers []Answer
	// Amendments are the documents that amended, replaced or repealed the directive.
	Amendments []*document.Document
	Force      Force
	AsOf       string
	Bodies     Bodies
	// Decided gives what persons decided on a document: a decision on a pair of quotes. It, or what it gives, is nil where
	// nobody did.
	Decided func(document string) func(quote, task string) (Decision, bool)
}

// Answer is a document that speaks of the directive.
type Answer struct {
	Document  *document.Document
	Relation  document.Relation // the strongest relation to the directive, or to the plan over which it speaks of it
	Ambiguous bool              // the citation fits other documents as well
	Via       []string          // ids of the plans over which it speaks of the directive; none if directly
	// Carried is the id of the replaced directive that the document answers instead, "" for this one. What it plans is
	// suggested for this directive as well, and flagged; it proves nothing done and acknowledges nothing.
	Carried string
}

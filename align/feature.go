package align

import (
	_ "embed"
	"encoding/json"
	"math"
	"slices"
	"sync"
)

// Features are the names of what a score rests on, in order. The last ones are of the passage among those of its
// document; a passage alone is scored without them.
var Features = [...]string{
	// What the two say.
	"whole",     // the share of the task that comes back: a drafter keeps the directive's words
	"precision", // the share of the passage that is in the task: not only a mention
	"matter",    // how much of that is no deed, by its logarithm: verbs are shared by all
	"quotes",    // the same names of movements and systems
	"figures",   // the same numbers
	"month",     // days of one month: plans keep the directive's time
	"deed",      // the same thing done, in whatever words
	"aside",     // against: what the directive is about as a whole is missing
	"elsewhere", // against: the deed is the same and that is missing, the more so the more matter of its own the passage has
	"meaning",   // words that keep like company, where the wording is another

	// Among the tasks that the passage may be meant for.
	"open",   // against: the unit was not given the task
	"margin", // by how much it is the likest by wording
	"rival",  // against: a task that it is not meant for is liker
	"clear",  // by how much it is the nearest in meaning

	// Among the passages of the document.
	"better",  // against: another passage fits the task better
	"follows", // the passage before takes up the task before
	"leads",   // the passage after takes up the task after
}

// OfOthers is the number of features that speak of the other passages.
const OfOthers = 3

// Against tells which features speak against a match.
func Against() []bool {
	out := make([]bool, len(Features))
	for i, name := range Features {
		out[i] = slices.Contains([]string{"aside", "elsewhere", "open", "rival", "better"}, name)
	}
	return out
}

// Vector gives the values of the features.
func (k *Match) Vector() [len(Features)]float64 {
	return [...]float64{
		k.Whole, k.Precision, math.Log1p(k.Matter), float64(min(k.Quotes, 2)), float64(min(k.Figures, 3)), b2f(k.Month), b2f(k.Deed), b2f(k.Aside), b2f(k.Aside && k.Deed) * (1 - k.Precision), k.Meaning,
		b2f(k.Claim == Open), min(k.Margin, mostMargin), min(k.Rival, 1), k.Clear,
		k.Better, k.Follows, k.Leads,
	}
}

// mostMargin is the margin above which a greater one says no more.
const mostMargin = 1.5

// Weights are those of a logistic score: of each feature in order.
type Weights struct {
	Bias float64
	Of   [len(Features)]float64
}

// Model holds the weights that were fitted: for a passage alone, and among the others of its document.
type Model struct {
	Alone, Among Weights
}

// UnmarshalJSON reads weights by the names of their features. One that is not named weighs nothing.
func (w *Weights) UnmarshalJSON(data []byte) error {
	var by map[string]float64
	if err := json.Unmarshal(data, &by); err != nil {
		return err
	}
	w.Bias = by[bias]
	for i, name := range Features {
		w.Of[i] = by[name]
	}
	return nil
}

// MarshalJSON names the features that weigh anything.
func (w Weights) MarshalJSON() ([]byte, error) {
	by := map[string]float64{bias: w.Bias}
	for i, name := range Features {
		if w.Of[i] != 0 {
			by[name] = w.Of[i]
		}
	}
	return json.Marshal(by)
}

// bias is the name of what is added whatever the features are.
const bias = "bias"

// Score gives what the weights make of a match.
func (w *Weights) Score(k *Match) float64 {
	if k.Excluded() {
		return 0
	}
	x := w.Bias
	for i, v := range k.Vector() {
		x += w.Of[i] * v
	}
	return 1 / (1 + math.Exp(-x))
}

//go:embed weights.json
var fitted []byte

// model reads the weights. A file that cannot be read gives none, which a test would find.
var model = sync.OnceValue(func() *Model {
	var m Model
	if json.Unmarshal(fitted, &m) != nil {
		return &Model{}
	}
	return &m
})

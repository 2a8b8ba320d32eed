package align

import (
	"encoding/json"
	"slices"
	"testing"
)

func TestWeightsAreRead(t *testing.T) {
	var by map[string]map[string]float64
	if err := json.Unmarshal(fitted, &by); err != nil {
		t.Fatal(err)
	}
	for _, set := range []string{"Alone", "Among"} {
		if len(by[set]) < 5 {
			t.Errorf("%s: %v", set, by[set])
		}
		for name := range by[set] {
			if name != bias && !slices.Contains(Features[:], name) {
				t.Errorf("%s: no feature %s", set, name)
			}
		}
	}
	m := model()
	for i, against := range Against() {
		for _, w := range []Weights{m.Alone, m.Among} {
			if against && w.Of[i] > 0 || !against && w.Of[i] < 0 {
				t.Errorf("%s weighs %v", Features[i], w.Of[i])
			}
		}
	}
	for i := len(Features) - OfOthers; i < len(Features); i++ {
		if m.Alone.Of[i] != 0 {
			t.Errorf("%s says something of a passage alone", Features[i])
		}
	}
}

func TestWeightsKeepTheirNames(t *testing.T) {
	var w, again Weights
	w.Bias, w.Of[1] = -1.5, 0.25
	data, err := json.Marshal(w)
	if err != nil || string(data) != `{"bias":-1.5,"precision":0.25}` {
		t.Errorf("%s, %v", data, err)
	}
	if err := json.Unmarshal(data, &again); err != nil || again != w {
		t.Errorf("%+v, %v", again, err)
	}
	if json.Unmarshal([]byte(`{"bias": "x"}`), &again) == nil {
		t.Error("a word is no weight")
	}
}

func TestExcluded(t *testing.T) {
	for _, tt := range []struct {
		name  string
		claim Claim
		head  float64
		want  bool
	}{
		{"given", Given, 0, false}, {"of others, by its beginning", Open, 0.2, false},
		{"of others, by details", Open, 0, true}, {"closed", Closed, 1, true},
	} {
		k := Match{Likeness: Likeness{Whole: 1, Head: tt.head}, Setting: Setting{Claim: tt.claim}}
		if k.Excluded() != tt.want || tt.want != (k.Score() == 0) {
			t.Errorf("%s: %.2f", tt.name, k.Score())
		}
	}
}

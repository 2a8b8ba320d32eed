package align

import (
	"encoding/json"
	"slices"
	"testing"

	"pgregory.net/rapid"
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

// matchOf draws a match that is not excluded.
func matchOf(t *rapid.T) Match {
	share := rapid.Float64Range(0, 1)
	return Match{
		Likeness: Likeness{
			Whole: share.Draw(t, "whole"), Precision: share.Draw(t, "precision"), Head: 1, Meaning: share.Draw(t, "meaning"), Matter: rapid.Float64Range(0, 300).Draw(t, "matter"),
			Quotes: rapid.IntRange(0, 5).Draw(t, "quotes"), Figures: rapid.IntRange(0, 9).Draw(t, "figures"), Deed: rapid.Bool().Draw(t, "deed"), Aside: rapid.Bool().Draw(t, "aside"),
		},
		Setting: Setting{Claim: Claim(rapid.IntRange(int(Open), int(Given)).Draw(t, "claim")), Margin: 4 * share.Draw(t, "margin"), Rival: 4 * share.Draw(t, "rival"), Better: share.Draw(t, "better")},
	}
}

// TestScoreFollowsItsWeights holds for any weights: a feature that is there raises the score with its weight, one that is
// not there does not.
func TestScoreFollowsItsWeights(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var w Weights
		for i := range w.Of {
			w.Of[i] = rapid.Float64Range(-0.3, 0.3).Draw(t, Features[i])
		}
		k, i := matchOf(t), rapid.IntRange(0, len(Features)-1).Draw(t, "feature")
		before, value := w.Score(&k), k.Vector()[i]
		if more := (&Weights{Bias: 0.5, Of: w.Of}); more.Score(&k) <= before {
			t.Fatalf("%.6f with a bias is no more than %.6f", more.Score(&k), before)
		}
		w.Of[i]++
		switch after := w.Score(&k); {
		case before <= 0 || before >= 1:
			t.Fatalf("%v is no share", before)
		case value > 1e-6 && after <= before, value == 0 && after != before:
			t.Fatalf("%s of %.3f makes %.6f of %.6f", Features[i], value, after, before)
		}
	})
}

func TestFeaturesHaveBounds(t *testing.T) {
	at := func(name string) int { return slices.Index(Features[:], name) }
	rapid.Check(t, func(t *rapid.T) {
		k := matchOf(t)
		v := k.Vector()
		for name, most := range map[string]float64{"quotes": 2, "figures": 3, "margin": mostMargin, "rival": 1, "open": 1, "elsewhere": 1} {
			if x := v[at(name)]; x < 0 || x > most {
				t.Fatalf("%s is %v, above %v", name, x, most)
			}
		}
		if (v[at("open")] == 1) != (k.Claim == Open) || v[at("elsewhere")] > 0 && !(k.Aside && k.Deed) {
			t.Fatalf("%v of %+v", v, k)
		}
	})
}

func TestWeightsSurviveAFile(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := Weights{Bias: rapid.Float64Range(-9, 9).Draw(t, "bias")}
		for i := range w.Of {
			w.Of[i] = rapid.SampledFrom([]float64{0, 0.5, -1.25, 1e-9}).Draw(t, Features[i])
		}
		data, err := json.Marshal(w)
		var again Weights
		if err != nil || json.Unmarshal(data, &again) != nil || again != w {
			t.Fatalf("%s: %+v, %v", data, again, err)
		}
	})
}

package align

import (
	"fmt"
	"math"
)

// The weights of the logistic score, fitted by maximum likelihood with a quadratic penalty to pairs of tasks and passages
// of the project's chains and of testdata/wordings.json. Each chain was scored by weights fitted to the others before
// they were fitted to all.
const (
	intercept     = -2.10
	wholeWeight   = 1.85
	partWeight    = 0.39
	preciseWeight = 0.88
	matterWeight  = 0.41 // of the logarithm
	quoteWeight   = 0.32 // each, up to two
	figureWeight  = 1.36 // each, up to three
	deedWeight    = 1.53
	bestWeight    = 0.58
	marginWeight  = 1.00 // up to mostMargin
	rivalWeight   = -2.10
	mutualWeight  = 0.97
	asideWeight   = -0.81
	ownWeight     = -1.50 // of the logarithm, from fewestOwn to mostOwn: one of many tasks is less likely meant than one of two
	fewestOwn     = 2
	mostMargin    = 1.5
	mostOwn       = 8
)

// Score says in 0..1 how sure it is that the passage takes up the task. A unit that was not given the task must speak of
// what the task begins with, not only of details.
func (k Match) Score() float64 {
	if k.Claim == Closed || k.Claim == Open && k.Head == 0 {
		return 0
	}
	x := intercept + wholeWeight*k.Whole + partWeight*k.Part + preciseWeight*k.Precision
	x += quoteWeight*float64(min(k.Quotes, 2)) + figureWeight*float64(min(k.Figures, 3))
	x += matterWeight * math.Log1p(k.Matter)
	x += mutualWeight*b2f(k.Mutual) + asideWeight*b2f(k.Aside) + rivalWeight*min(k.Rival, 1)
	if !k.elsewhere() {
		x += deedWeight*b2f(k.Deed) + bestWeight*b2f(k.Best) + marginWeight*min(k.Margin, mostMargin)
	}
	x += ownWeight * math.Log(float64(max(min(k.Own, mostOwn), fewestOwn)))
	return 1 / (1 + math.Exp(-x))
}

const (
	// fewMatters is the weight up to which what is in both says little: some two words of the matter.
	fewMatters = 16
	// ownMatters is the share of a passage in the task below which it has more matter of its own.
	ownMatters = 0.5
)

// elsewhere tells whether the passage does the same to another thing: it does not speak of what the directive is about,
// has little but the deed in common with the task, and most of its words are not in it. That no other task is more like
// it says nothing then, for it may be meant for none.
func (l *Likeness) elsewhere() bool {
	return l.Aside && l.Matter < fewMatters && l.Precision < ownMatters
}

const (
	// enough is the score from which a passage is worth suggesting; the page of definitions states it, and plenty. It stands above one half because a false account of
	// a task costs an office more than a true one that a person has to find.
	enough = 0.6
	// plenty is the same where the unit was not given the task.
	plenty = 0.8
)

// Worth tells whether the match is worth suggesting.
func (k Match) Worth() bool {
	if k.Claim == Given {
		return k.Score() >= enough
	}
	return k.Score() >= plenty
}

// closeness compares how like a passage is to several tasks; it is no score.
func (l *Likeness) closeness() float64 {
	return l.Whole + l.Part + l.Precision + l.Topic + 0.1*float64(min(l.Rare, 8)) + 0.3*float64(min(l.Quotes, 2)) + 0.2*float64(min(l.Figures, 3)) + 0.2*b2f(l.Deed)
}

func b2f(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// Reasons says in Vietnamese what speaks for the match, the weightiest first, for a person who confirms or rejects it.
func (k Match) Reasons() []string {
	out := []string{fmt.Sprintf("trùng %.0f%% nội dung nhiệm vụ", 100*k.Whole)}
	if k.Whole < k.Part {
		out[0] += fmt.Sprintf(", %.0f%% của phần giống nhất", 100*k.Part)
	}
	if k.Deed {
		out = append(out, "cùng loại việc")
	}
	if k.Quotes > 0 {
		out = append(out, "cùng tên trong ngoặc kép")
	}
	if k.Figures > 0 {
		out = append(out, "cùng con số")
	}
	switch {
	case k.Claim == Given && k.Best && k.Own == 1:
		out = append(out, "là nhiệm vụ duy nhất được giao cho đơn vị")
	case k.Claim == Given && k.Best:
		out = append(out, fmt.Sprintf("giống nhiệm vụ này nhất trong %d nhiệm vụ được giao cho đơn vị", k.Own))
	case k.Claim == Open:
		out = append(out, "đơn vị không được giao nhiệm vụ này")
	}
	if k.Mutual {
		out = append(out, "là đoạn nói rõ nhất về phần này của nhiệm vụ trong văn bản")
	}
	return out
}

package align

import "fmt"

// Score says in 0..1 how sure it is that the passage takes up the task.
func (k *Match) Score() float64 { return model().Among.Score(k) }

// Excluded tells whether the passage cannot be meant for the task, whatever its words have in common with it: a unit that was
// not given the task must speak of what the task begins with, not only of details.
func (k *Match) Excluded() bool { return k.Claim == Closed || k.Claim == Open && k.Head == 0 }

// Enough is the score from which a passage is worth suggesting. It stands above one half because a false account of a task
// costs an office more than a true one that a person has to find.
const Enough = 0.65

// Worth tells whether the match is worth suggesting.
func (k *Match) Worth() bool { return k.Score() >= Enough }

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
func (k *Match) Reasons() []string {
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

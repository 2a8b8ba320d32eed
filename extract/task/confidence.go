package task

// confidence is the share of tasks of this sort that were right on the annotated directives.
func confidence(p part, w who) float64 {
	switch {
	case p.has && p.own.strong:
		return 0.95
	case p.has || w.from == "lead_in":
		return 0.9
	case w.from == "chapeau":
		return 0.85
	}
	return 0.7
}

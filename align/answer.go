package align

// Claim says whether the unit that speaks was given a task, and whether such a passage can take it up at all.
type Claim int

// The claims.
const (
	Open   Claim = iota // the task of others
	Given               // the unit was given it
	Closed              // such a passage cannot take the task up, whatever it says
)

// Setting is what is known of a passage and a task beside their words: how the task stands among others that the passage
// may be meant for, and the passage among those of its document.
type Setting struct {
	Claim  Claim
	Own    int     // number of tasks that the passage may be meant for: those that its unit was given, or all
	Best   bool    // the passage is more like the task than like any other of those
	Margin float64 // and by how much
	Rival  float64 // how much more the passage is like a task that it is not meant for, 0 if it is not
	Mutual bool    // no passage of the document says more of the piece of the task that this one speaks of
	Clear  float64 // how much nearer the passage is to the task in meaning than to any other of those; below 0 if another is nearer

	// What the others of its document say for it, by their scores alone.
	Better  float64 // of the passage that fits the task best, this one left out
	Follows float64 // how sure it is that the passage before takes up the task before, or this one
	Leads   float64 // the same of the passage after and the task after
}

// Match is a passage and a task that have something in common, by their indices.
type Match struct {
	Passage, Task int
	Likeness
	Setting
}

package document

// Paragraph is a passage of the text: what a search hit shows and what coverage quotes. It has positions only; the words
// are Text from Start to End, in code points.
type Paragraph struct {
	Start   int        `json:"start"`
	End     int        `json:"end"`
	Section NullString `json:"section"`
	Role    NullString `json:"role"` // "heading", "row", "note", "preamble", "annex"; null for running text
}

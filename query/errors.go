package query

import "fmt"

// SyntaxError tells what is wrong with a query. Pos counts code points of the query from 0; Hint says what to write
// instead.
type SyntaxError struct {
	Pos  int
	Msg  string
	Hint string
}

// Error gives the message with the position counted from 1, as people count, and the hint.
func (e *SyntaxError) Error() string {
	s := fmt.Sprintf("query: position %d: %s", e.Pos+1, e.Msg)
	if e.Hint != "" {
		s += " (" + e.Hint + ")"
	}
	return s
}

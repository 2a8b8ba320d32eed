package query

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// Reason names what is wrong with a query: a row of errors.tsv.
type Reason string

// What can be wrong with a query.
const (
	TooLong          Reason = "too_long"
	TooDeep          Reason = "too_deep"
	StrayParenthesis Reason = "stray_parenthesis"
	OpenParenthesis  Reason = "open_parenthesis"
	OpenQuote        Reason = "open_quote"
	LonelyOr         Reason = "lonely_or"
	SignedOr         Reason = "signed_or"
	NoValue          Reason = "no_value"
	NoField          Reason = "no_field"
	NoFieldButNear   Reason = "no_field_but_near"
	NoKind           Reason = "no_kind"
	NoLevel          Reason = "no_level"
	NoDate           Reason = "no_date"
	RangeBackwards   Reason = "range_backwards"
)

// The languages of messages.
const (
	English    = "en"
	Vietnamese = "vi"
)

// SyntaxError tells what is wrong with a query. Query is the query as it was read, in NFC, and Pos counts its code points
// from 0; Args are the parts of the query, or what could stand there, that the message names.
type SyntaxError struct {
	Query  string
	Pos    int
	Reason Reason
	Args   []string
}

// Error gives the message in English, with the position counted from 1, as people count, and the hint.
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("query: position %d: %s (%s)", e.Pos+1, e.Message(English), e.Hint(English))
}

// In gives the same in a language: English or Vietnamese.
func (e *SyntaxError) In(lang string) string {
	if lang == Vietnamese {
		return fmt.Sprintf("vị trí %d: %s (%s)", e.Pos+1, e.Message(lang), e.Hint(lang))
	}
	return fmt.Sprintf("position %d: %s (%s)", e.Pos+1, e.Message(lang), e.Hint(lang))
}

// Split gives what is right of the query and the rest, which begins where it went wrong.
func (e *SyntaxError) Split() (right, rest string) {
	r := []rune(e.Query)
	at := min(e.Pos, len(r))
	return string(r[:at]), string(r[at:])
}

// Message says what is wrong.
func (e *SyntaxError) Message(lang string) string { return e.fill(messages()[e.Reason][lang].what) }

// Hint says what to write instead.
func (e *SyntaxError) Hint(lang string) string { return e.fill(messages()[e.Reason][lang].hint) }

func (e *SyntaxError) fill(s string) string {
	for i, a := range e.Args {
		s = strings.ReplaceAll(s, "{"+strconv.Itoa(i)+"}", a)
	}
	return s
}

//go:embed errors.tsv
var errorTable string

type message struct{ what, hint string }

// messages holds the table of errors by reason and language.
var messages = sync.OnceValue(func() map[Reason]map[string]message {
	out := map[Reason]map[string]message{}
	for line := range strings.Lines(errorTable) {
		line = strings.TrimRight(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		col := strings.Split(line, "\t")
		out[Reason(col[0])] = map[string]message{English: {col[1], col[2]}, Vietnamese: {col[3], col[4]}}
	}
	return out
})

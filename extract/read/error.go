package read

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// Reason is the code of why a file could not be read.
type Reason string

// The reasons, each with the sentence of reasonText.
const (
	Truncated         Reason = "truncated"
	Encrypted         Reason = "encrypted"
	NotWhatItSays     Reason = "not_what_it_says"
	TooLarge          Reason = "too_large"
	ExpandsTooMuch    Reason = "expands_too_much"
	UnsupportedFormat Reason = "unsupported_format"
	NoText            Reason = "no_text"
	Damaged           Reason = "damaged"
	Timeout           Reason = "timeout"
	TooDeep           Reason = "too_deep"
	Empty             Reason = "empty"
	MissingTool       Reason = "missing_tool"
	UnknownEncoding   Reason = "unknown_encoding"
	TooMuchMemory     Reason = "too_much_memory"
)

// reasonTexts are the sentences of the reasons, without the file's name and full stop.
var reasonTexts = map[Reason]string{
	Truncated:         "the file ends before it should",
	Encrypted:         "the file is protected by a password",
	NotWhatItSays:     "the content is not what the file's name says",
	TooLarge:          "the file is over the size limit",
	ExpandsTooMuch:    "the file unpacks to more than the limit",
	UnsupportedFormat: "this format is not read",
	NoText:            "there is no text in the file",
	Damaged:           "the file is damaged",
	Timeout:           "reading took longer than the time limit",
	TooDeep:           "the file is nested deeper than the limit",
	Empty:             "the file is empty",
	MissingTool:       "a tool that this file needs is not installed",
	UnknownEncoding:   "the character encoding is not known",
	TooMuchMemory:     "reading takes more memory than the limit",
}

// Reasons lists every reason, sorted.
func Reasons() []Reason { return slices.Sorted(maps.Keys(reasonTexts)) }

// reasonText gives the human sentence of a reason.
func reasonText(r Reason) string { return cmp.Or(reasonTexts[r], "the file cannot be read") }

// Error is a file that cannot be read, with its reason and what a person may do about it.
type Error struct {
	Path   string // filled in by the registry where the reader left it out
	Reason Reason
	Detail string // what exactly was met, without the path
	Hint   string // what to do, a sentence; "" where nothing helps
	Err    error
}

// Error gives one line: path, sentence and detail; the cause stands behind it.
func (e *Error) Error() string {
	s := reasonText(e.Reason)
	if e.Path != "" {
		s = e.Path + ": " + s
	}
	if e.Detail != "" {
		s += ": " + e.Detail
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// Fail makes an Error with a formatted detail. A %w in the format keeps its cause within reach of errors.Is.
func Fail(reason Reason, format string, args ...any) *Error {
	err := fmt.Errorf(format, args...)
	if errors.Unwrap(err) == nil {
		return &Error{Reason: reason, Detail: err.Error()}
	}
	return &Error{Reason: reason, Err: err}
}

// ReasonOf gives the reason of the first *Error in err's chain, "" where there is none.
func ReasonOf(err error) Reason {
	var e *Error
	if errors.As(err, &e) {
		return e.Reason
	}
	return ""
}

// ReasonCode gives the reason as a plain string, for callers that do not know this package.
func (e *Error) ReasonCode() string { return string(e.Reason) }

package read

import (
	"errors"
	"fmt"
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

// reasonText gives the human sentence of a reason, without the file's name and full stop.
func reasonText(r Reason) string {
	switch r {
	case Truncated:
		return "the file ends before it should"
	case Encrypted:
		return "the file is protected by a password"
	case NotWhatItSays:
		return "the content is not what the file's name says"
	case TooLarge:
		return "the file is over the size limit"
	case ExpandsTooMuch:
		return "the file unpacks to more than the limit"
	case UnsupportedFormat:
		return "this format is not read"
	case NoText:
		return "there is no text in the file"
	case Damaged:
		return "the file is damaged"
	case Timeout:
		return "reading took longer than the time limit"
	case TooDeep:
		return "the file is nested deeper than the limit"
	case Empty:
		return "the file is empty"
	case MissingTool:
		return "a tool that this file needs is not installed"
	case UnknownEncoding:
		return "the character encoding is not known"
	case TooMuchMemory:
		return "reading takes more memory than the limit"
	default:
		return "the file cannot be read"
	}
}

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

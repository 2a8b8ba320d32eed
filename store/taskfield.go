package store

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/soichi/soichi/document"
)

// The parts of a task that can be corrected one by one. Such a correction is of a field "tasks.lead: WORDS", where WORDS are
// the task's text: a task has no number that outlives another extraction.
const (
	taskLead    = "lead"
	taskSupport = "support"
	taskDue     = "due"
)

// TaskField names a part of the task with the given text, for [Correction].Field.
func TaskField(part, text string) string { return "tasks." + part + ": " + oneLine(text) }

// CutTaskField gives the part and the words of a field that TaskField named.
func CutTaskField(field string) (part, words string, ok bool) {
	rest, ok := strings.CutPrefix(field, "tasks.")
	if !ok {
		return "", "", false
	}
	return strings.Cut(rest, ": ")
}

// TaskOf gives the index of the task that words name, -1 where the document has it no more. Another extraction may cut a
// sentence elsewhere: words of some length also name the one task that holds them or is held by them.
func TaskOf(d *document.Document, words string) int {
	const knownBy = 20 // letters
	sought, near := folded(words), -1
	for i, t := range d.Tasks {
		text := folded(t.Text)
		if text == sought {
			return i
		}
		if min(len(text), len(sought)) < knownBy || !strings.Contains(text, sought) && !strings.Contains(sought, text) {
			continue
		}
		if near >= 0 {
			return -1 // two tasks fit: neither is meant for certain
		}
		near = i
	}
	return near
}

// setTaskField puts a person's value into a part of a task. Where the document has the task no more, the correction waits.
func setTaskField(d *document.Document, part, words string, value json.RawMessage) error {
	i := TaskOf(d, words)
	if i < 0 {
		return nil
	}
	t := d.Tasks[i]
	var err error
	switch part {
	case taskLead:
		t.Lead = []string{}
		err = json.Unmarshal(value, &t.Lead)
	case taskSupport:
		t.Support = []string{}
		err = json.Unmarshal(value, &t.Support)
	case taskDue:
		t.Due = nil
		if err = json.Unmarshal(value, &t.Due); err == nil && t.Due != nil && t.Due.Value != "" {
			_, err = time.Parse(time.DateOnly, string(t.Due.Value))
		}
	default:
		err = fmt.Errorf("a task has no part %q", part)
	}
	if err != nil {
		return fmt.Errorf("field %q: %w: %w", "tasks."+part, ErrBadCorrection, err)
	}
	t.Method, t.Confidence = byPerson, 1
	d.Tasks = slices.Clone(d.Tasks) // the machine's document keeps its own
	d.Tasks[i] = t
	return nil
}

// tryTaskField refuses a correction of a task that is not there, or of a value that the part cannot hold.
func tryTaskField(d *document.Document, part, words string, value json.RawMessage) error {
	if TaskOf(d, words) < 0 {
		return fmt.Errorf("no one task with the words %q: %w", words, ErrBadCorrection)
	}
	if value == nil {
		value = json.RawMessage(`null`)
	}
	return setTaskField(d, part, words, value)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// folded is the form in which two writings of a task's text are equal.
func folded(s string) string { return oneLine(document.FoldASCII(s)) }

package ingest

import (
	"errors"
	"fmt"
	"os"
	"sort"
	"strings"
)

// Outcome is what became of a file.
type Outcome string

// The outcomes. The first three are the store's words.
const (
	Added       Outcome = "added"
	Updated     Outcome = "updated"
	Unchanged   Outcome = "unchanged"
	Quarantined Outcome = "quarantined" // it bears a secrecy mark
	Failed      Outcome = "failed"      // it could not be read; it is tried again next time
)

// Reasons that this package gives itself; the extractor has its own.
const (
	ReasonFailed     = "failed"      // the extractor gave no code
	ReasonNotFound   = "not_found"   // there is nothing at a path that was named
	ReasonUnreadable = "unreadable"  // the system does not let us read it
	ReasonTooLarge   = "too_large"   // over Options.MaxBytes
	ReasonChanging   = "changing"    // it was written to while we read it
	ReasonCrashed    = "crashed"     // the extractor panicked
	ReasonEmpty      = "empty"       // an archive without files
	ReasonNotAFile   = "not_regular" // a device, socket or pipe
)

// Reasons lists the codes that this package gives.
func Reasons() []string {
	return []string{ReasonFailed, ReasonNotFound, ReasonUnreadable, ReasonTooLarge, ReasonChanging, ReasonCrashed, ReasonEmpty, ReasonNotAFile}
}

// Item is one file and what became of it.
type Item struct {
	Path    string  `json:"path"`
	ID      string  `json:"id,omitempty"` // the document, where there is one
	Outcome Outcome `json:"outcome"`
	Mark    string  `json:"mark,omitempty"`   // of a quarantined file: the secrecy mark
	Reason  string  `json:"reason,omitempty"` // of a failed file: the code
	Detail  string  `json:"detail,omitempty"` // of a failed file: a sentence, without the path
}

// Report sums a run up. The lists are sorted by path.
type Report struct {
	Added       int    `json:"added"`
	Updated     int    `json:"updated"`
	Unchanged   int    `json:"unchanged"`
	Quarantined []Item `json:"quarantined"`
	Failed      []Item `json:"failed"`
}

// Changed tells whether the store holds something that it did not hold before.
func (r *Report) Changed() bool { return r.Added+r.Updated > 0 }

// Total counts the files.
func (r *Report) Total() int {
	return r.Added + r.Updated + r.Unchanged + len(r.Quarantined) + len(r.Failed)
}

// count adds an item.
func (r *Report) count(it Item) {
	switch it.Outcome {
	case Added:
		r.Added++
	case Updated:
		r.Updated++
	case Unchanged:
		r.Unchanged++
	case Quarantined:
		r.Quarantined = append(r.Quarantined, it)
	case Failed:
		r.Failed = append(r.Failed, it)
	}
}

// sort puts the lists in order: workers finish as they finish.
func (r *Report) sort() {
	for _, items := range [][]Item{r.Quarantined, r.Failed} {
		sort.Slice(items, func(i, j int) bool { return items[i].Path < items[j].Path })
	}
}

// fileError is a failure that this package finds itself.
type fileError struct {
	reason string
	err    error
}

// Error is the cause's sentence.
func (e *fileError) Error() string { return e.err.Error() }

// Unwrap gives the cause.
func (e *fileError) Unwrap() error { return e.err }

// ReasonCode gives one of the Reason… constants.
func (e *fileError) ReasonCode() string { return e.reason }

func failf(reason, format string, args ...any) error {
	return &fileError{reason: reason, err: fmt.Errorf(format, args...)}
}

// systemError gives an error of the operating system its reason.
func systemError(err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return &fileError{reason: ReasonNotFound, err: err}
	}
	return &fileError{reason: ReasonUnreadable, err: err}
}

// Told gives the reason code of a file's failure and its sentence, as an Item has them.
func Told(path string, err error) (reason, detail string) {
	return reasonOf(err), detailOf(path, err)
}

// reasonOf gives the code of a failure, ReasonFailed where no error in the chain has one.
func reasonOf(err error) string {
	var coded interface{ ReasonCode() string }
	if errors.As(err, &coded) && coded.ReasonCode() != "" {
		return coded.ReasonCode()
	}
	return ReasonFailed
}

// detailOf gives the sentence of a failure without the path, which stands beside it everywhere.
func detailOf(path string, err error) string {
	s := strings.ReplaceAll(err.Error(), "\n", "; ")
	return strings.TrimPrefix(s, path+": ")
}

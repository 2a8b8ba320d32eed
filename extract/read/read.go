// Package read is what every reader of a file format has in common: the interface, the limits that an untrusted file is
// read under, the errors that name why a file could not be read, the sniffing of a file's true format by its content,
// and the registry that brings these together. It reads no format itself; each format has a package of its own beside
// this one.
package read

import (
	"context"
	"time"

	"github.com/soichi/soichi/document"
)

// Source is a file to read. Name is used in messages and, where the content alone cannot tell, as a hint to the format;
// it is never trusted against the content.
type Source struct {
	Name string
	Data []byte
}

// Limits bounds what an untrusted file may cost. A zero field stands for the default written at DefaultLimits.
type Limits struct {
	MaxBytes    int64         // of the file itself
	MaxExpanded int64         // of what is unpacked from it, all parts together
	MaxPages    int           // pages of a paged format; files of an archive
	MaxDepth    int           // nesting of elements, tables, or archives in archives
	Timeout     time.Duration // for one file, all pages and OCR included
}

// DefaultLimits are the limits of a zero Limits: generous for a province's thickest plan with its annexes, small enough
// that a hostile file cannot take the machine down.
func DefaultLimits() Limits {
	return Limits{
		MaxBytes:    200 << 20,
		MaxExpanded: 512 << 20,
		MaxPages:    5000,
		MaxDepth:    200,
		Timeout:     40 * time.Minute, // a scan of two hundred pages on a slow, busy machine
	}
}

// OrDefault fills the zero fields from DefaultLimits.
func (l Limits) OrDefault() Limits {
	d := DefaultLimits()
	if l.MaxBytes <= 0 {
		l.MaxBytes = d.MaxBytes
	}
	if l.MaxExpanded <= 0 {
		l.MaxExpanded = d.MaxExpanded
	}
	if l.MaxPages <= 0 {
		l.MaxPages = d.MaxPages
	}
	if l.MaxDepth <= 0 {
		l.MaxDepth = d.MaxDepth
	}
	if l.Timeout <= 0 {
		l.Timeout = d.Timeout
	}
	return l
}

// Result is what a reader makes of a file.
type Result struct {
	Text      *document.Text
	MediaType string   // the sniffed type, filled in by the registry
	OCR       bool     // some of the text was recognised from pictures
	Warnings  []string // what was lost or guessed, a sentence each
}

// Reader turns one format's bytes into text. It looks at ctx between pages or parts, stays within lim, and returns an
// *Error for a file that it cannot read. Implementations are safe for concurrent use.
type Reader interface {
	Read(ctx context.Context, src Source, lim Limits) (*Result, error)
}

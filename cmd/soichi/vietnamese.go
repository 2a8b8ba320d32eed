package main

import (
	_ "embed"
	"errors"
	"strings"
	"sync"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/index"
	"github.com/soichi/soichi/store"
)

//go:embed vietnamese.tsv
var vietnameseFile string

// vietnamese are the Vietnamese sentences by code of a reason and by name of an error.
var vietnamese = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(vietnameseFile) {
		if code, sentence, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			out[code] = sentence
		}
	}
	return out
})

// sentinels are the errors that have a Vietnamese sentence, by their name there.
var sentinels = map[string]error{
	"store.ErrLibraryMissing": store.ErrLibraryMissing, "store.ErrNotLibrary": store.ErrNotLibrary, "store.ErrExists": store.ErrExists,
	"store.ErrInUse": store.ErrInUse, "store.ErrDamaged": store.ErrDamaged, "store.ErrBadCorrection": store.ErrBadCorrection,
	"store.ErrReadOnly": store.ErrReadOnly, "store.ErrFull": store.ErrFull,
	"store.ErrBadDecision": store.ErrBadDecision, "catalog.ErrNotFound": catalog.ErrNotFound,
	"catalog.ErrNothingToDecide": catalog.ErrNothingToDecide, "index.ErrLocked": index.ErrLocked, "index.ErrRebuild": index.ErrRebuild,
}

// inVietnamese says what went wrong in one Vietnamese sentence, "" where there is none for it.
func inVietnamese(err error) string {
	var held *catalog.NotHeldError
	var several *catalog.AmbiguousError
	switch {
	case errors.As(err, &held):
		return vietnamese()["catalog.NotHeldError"]
	case errors.As(err, &several):
		return vietnamese()["catalog.AmbiguousError"]
	}
	for name, e := range sentinels {
		if errors.Is(err, e) {
			return vietnamese()[name]
		}
	}
	return ""
}

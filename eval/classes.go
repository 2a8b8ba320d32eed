package eval

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/soichi/soichi/viet"
)

// Class says in which way a value differs from the reference.
type Class string

// The classes, the mildest first.
const (
	Spelling Class = "spelling" // the same letters, written with other signs, capitals or tone marks
	Extent   Class = "extent"   // words too many or too few
	Letters  Class = "letters"  // a few letters differ
	Other    Class = "other"    // another value
	Missed   Class = "missed"   // not given
	Invented Class = "invented" // given where the reference has none
)

var classOrder = []Class{Spelling, Extent, Letters, Other, Missed, Invented}

// Class tells how the two values of a difference differ.
func (d Difference) Class() Class {
	want, got := viet.Letters(d.Want), viet.Letters(d.Got)
	switch {
	case d.Want == "":
		return Invented
	case d.Got == "":
		return Missed
	case want == got:
		return Spelling
	case strings.Contains(want, got) || strings.Contains(got, want):
		return Extent
	case Edit.Equal(d.Want, d.Got):
		return Letters
	}
	return Other
}

// examplesShown is how many differences of one class of one field are written out.
const examplesShown = 3

// PrintClasses writes the differences by field and class, each with its number and a few examples.
func PrintClasses(w io.Writer, s *Scores) error {
	groups := map[string]map[Class][]Difference{}
	for _, d := range s.Differences {
		if groups[d.Field] == nil {
			groups[d.Field] = map[Class][]Difference{}
		}
		groups[d.Field][d.Class()] = append(groups[d.Field][d.Class()], d)
	}
	var fields []string
	for f := range groups {
		fields = append(fields, f)
	}
	slices.SortFunc(fields, func(a, b string) int { return slices.Index(fieldOrder, a) - slices.Index(fieldOrder, b) })
	for _, f := range fields {
		for _, class := range classOrder {
			list := groups[f][class]
			if len(list) == 0 {
				continue
			}
			if _, err := fmt.Fprintf(w, "%s, %s: %d\n", f, class, len(list)); err != nil {
				return err
			}
			for _, d := range list[:min(len(list), examplesShown)] {
				if _, err := fmt.Fprintf(w, "  %s: want %q, got %q\n", d.File, clip(d.Want), clip(d.Got)); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

package flow

import "slices"

// Fields follows the complex fields of Word, which are opened, parted into code and result, and closed by marks in the
// text. They may stand inside each other. The zero value is ready.
type Fields struct {
	inCode []bool // of each open field: the mark between code and result has not come yet
	over   int    // open fields beyond maxFields, of which nothing is shown
}

// maxFields bounds how many fields may be open at once.
const maxFields = 100

// Begin opens a field.
func (f *Fields) Begin() {
	if len(f.inCode) == maxFields {
		f.over++
		return
	}
	f.inCode = append(f.inCode, true)
}

// Separate ends the code of the innermost field; what follows is its result.
func (f *Fields) Separate() {
	if n := len(f.inCode); n > 0 && f.over == 0 {
		f.inCode[n-1] = false
	}
}

// End closes the innermost field.
func (f *Fields) End() {
	if f.over > 0 {
		f.over--
	} else if n := len(f.inCode); n > 0 {
		f.inCode = f.inCode[:n-1]
	}
}

// Hides tells whether text at this place is code of any open field.
func (f *Fields) Hides() bool { return f.over > 0 || slices.Contains(f.inCode, true) }

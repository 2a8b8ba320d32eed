// Package layout puts the words of printed pages, wherever they come from (the text layer of a PDF, or OCR of a
// picture), into reading order and makes one text of them.
//
// Ruled tables are cut out and become rows; what is left becomes printed lines, with the letterhead and the signature
// block read column by column; running heads and page numbers are taken out; footnotes are tied to their marks.
package layout

// Page is what stands on one page. All places are in points (1/72 inch) from the top left corner of the page as shown.
type Page struct {
	Width, Height float64
	Words         []Word
	Rules         []Rule
	// Verdict and Confidence are handed on to document.Page.
	Verdict    string
	Confidence float64
}

// Word is a run of letters without a blank, in one font and size.
type Word struct {
	Text   string
	X0, X1 float64
	Y      float64 // the baseline
	Size   float64 // of the letters
	Font   string
	Bold   bool
	// Before and After tell that the source has a blank there; without them the distance decides.
	Before, After bool
	// Confidence is that of OCR in 0..1; 0 where the word comes from a text layer.
	Confidence float64
}

// Top is the upper edge of letters with marks above, by the usual proportions of a text face.
func (w Word) Top() float64 { return w.Y - 0.75*w.Size }

// Rule is a thin straight line, horizontal or vertical, with X0 <= X1 and Y0 <= Y1.
type Rule struct {
	X0, Y0, X1, Y1 float64
}

func (r Rule) vertical() bool { return r.Y1-r.Y0 > r.X1-r.X0 }

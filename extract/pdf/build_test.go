package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
)

// sheet is a page to build: drawing operators, and whatever its dictionary needs besides.
type sheet struct {
	ops   string
	extra string // entries of the page's dictionary
	image bool   // a grey picture covers the page
	// overlays are annotations, each the text of its appearance and where it lies.
	overlays []overlay
}

// overlay is an annotation with one line of text, its left end and baseline at a place.
type overlay struct {
	x, y  float64
	text  string
	flags int
}

// put writes text at a place in points from the bottom left corner, every letter half an em wide.
func put(x, y, size float64, text string) string {
	return fmt.Sprintf("BT /F %g Tf 1 0 0 1 %g %g Tm <%s> Tj ET\n", size, x, y, codes(text))
}

func codes(text string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String()
}

// build makes a PDF file of A4 pages. Its font has two-byte codes that are UTF-16 units, and a table that says so.
func build(sheets ...sheet) []byte {
	var kids []string
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>", "",
		"<</Type/Font/Subtype/Type0/BaseFont/Plain/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
		"<</Type/Font/Subtype/CIDFontType2/BaseFont/Plain/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500>>",
		stream("", "1 begincodespacerange <0000><FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange"),
		stream("/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", "\x80"),
	}
	for _, s := range sheets {
		ops := s.ops
		if s.image {
			ops = "q 595 0 0 842 0 0 cm /I Do Q\n" + ops
		}
		if len(s.overlays) > 0 {
			s.extra += "/Annots["
		}
		for _, o := range s.overlays {
			objects = append(objects, stream("/Type/XObject/Subtype/Form/BBox[0 0 200 40]/Matrix[2 0 0 2 5 5]/Resources<</Font<</F 3 0 R>>>>", put(0, 8, 28, o.text)))
			s.extra += fmt.Sprintf("<</Subtype/Widget/FT/Sig/F %d/Rect[%g %g %g %g]/AP<</N %d 0 R>>>>", o.flags, o.x, o.y-4, o.x+100, o.y+16, len(objects))
		}
		if len(s.overlays) > 0 {
			s.extra += "]"
		}
		n := len(objects) + 1
		kids = append(kids, fmt.Sprintf("%d 0 R", n))
		objects = append(objects, fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"+
			"/Resources<</Font<</F 3 0 R>>/XObject<</I 6 0 R>>>>%s>>", n+1, s.extra), stream("", ops))
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(kids), strings.Join(kids, " "))
	return assemble(objects, "")
}

func stream(entries, data string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", entries, len(data), data)
}

// assemble writes the objects with their cross-reference table.
func assemble(objects []string, trailer string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, a := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, trailer, start)
	return b.Bytes()
}

// body is a page of running text, so that a page has something to be judged by.
func body(from float64, lines int) string {
	var b strings.Builder
	for i := range lines {
		b.WriteString(put(85, from-18*float64(i), 14, fmt.Sprintf("%d. các tuyến kênh trên địa bàn phải được rà soát trước mùa mưa", i+1)))
	}
	return b.String()
}

func words(text string) []string {
	out := strings.Fields(text)
	slices.Sort(out)
	return out
}

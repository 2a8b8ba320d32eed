package pdf

import (
	"fmt"
	"strings"

	"github.com/ledongthuc/pdf"
)

// font knows of a PDF font what is needed to read it: how codes are cut, what text and what advance each has.
type font struct {
	name     string // without the subset's prefix
	bold     bool
	wide     bool // codes of two bytes
	widths   map[uint32]float64
	missing  float64 // the advance of a code that widths lacks
	unit     float64 // one unit of widths in em
	toText   codeMap
	fallback pdf.TextEncoding
	glyphs   map[uint32]glyph // what was looked up before
}

// glyph is the text of one code and its advance in em.
type glyph struct {
	text  string
	width float64
}

// loadFont reads a font dictionary.
func loadFont(v pdf.Value, b *budget) *font {
	f := &font{
		name:   plainFontName(v.Key("BaseFont").Name()),
		widths: map[uint32]float64{},
		unit:   0.001,
		glyphs: map[uint32]glyph{},
	}
	f.bold = strings.Contains(strings.ToLower(f.name), "bold")
	if v.Key("Subtype").Name() == "Type0" {
		f.loadComposite(v.Key("DescendantFonts").Index(0))
	} else {
		f.loadSimple(v)
	}
	if stream := v.Key("ToUnicode"); stream.Kind() == pdf.Stream {
		f.toText = readCodeMap(b.unpack(stream))
	} else if !f.wide {
		lib := pdf.Font{V: v}
		f.fallback = lib.Encoder()
	}
	return f
}

// loadSimple reads the widths of a font with one-byte codes. A font that names none is one of the standard fourteen,
// whose letters are half an em wide on the average: enough to tell a gap between words.
func (f *font) loadSimple(v pdf.Value) {
	first, list := v.Key("FirstChar").Int64(), v.Key("Widths")
	for i := 0; i < list.Len() && i < 256; i++ {
		f.widths[uint32(first)+uint32(i)] = list.Index(i).Float64()
	}
	f.missing = v.Key("FontDescriptor").Key("MissingWidth").Float64()
	if list.Len() == 0 {
		f.missing = 500
	}
	if v.Key("Subtype").Name() == "Type3" {
		if m := v.Key("FontMatrix"); m.Len() == 6 && m.Index(0).Float64() > 0 {
			f.unit = m.Index(0).Float64()
		}
	}
}

// loadComposite reads the widths of a font with two-byte codes: "first [w w …]" and "first last w" in one list.
func (f *font) loadComposite(v pdf.Value) {
	f.wide = true
	f.missing = 1000
	if dw := v.Key("DW"); dw.Kind() == pdf.Integer || dw.Kind() == pdf.Real {
		f.missing = dw.Float64()
	}
	list := v.Key("W")
	n := list.Len()
	for i := 0; i+1 < n && len(f.widths) < maxMapEntries; {
		first, second := uint32(list.Index(i).Int64()), list.Index(i+1)
		if second.Kind() == pdf.Array {
			for j := 0; j < second.Len() && j < maxMapEntries; j++ {
				f.widths[first+uint32(j)] = second.Index(j).Float64()
			}
			i += 2
			continue
		}
		last := uint32(second.Int64())
		for c := first; c <= last && last < maxMapEntries && i+2 < n; c++ {
			f.widths[c] = list.Index(i + 2).Float64()
		}
		i += 3
	}
}

// glyph looks one code up. A code without text gives U+FFFD, so that the page's verdict sees the loss.
func (f *font) glyph(code uint32) glyph {
	if g, ok := f.glyphs[code]; ok {
		return g
	}
	w, ok := f.widths[code]
	if !ok {
		w = f.missing
	}
	g := glyph{width: w * f.unit}
	text, mapped := f.toText[code]
	switch {
	case mapped:
		g.text = text
	case f.fallback != nil:
		g.text = f.fallback.Decode(string([]byte{byte(code)}))
	default:
		g.text = "\ufffd"
	}
	g.text = cleanGlyph.Replace(strings.ToValidUTF8(g.text, "\ufffd"))
	if len(f.glyphs) < maxMapEntries {
		f.glyphs[code] = g
	}
	return g
}

// cleanGlyph opens typographic ligatures, makes every blank a plain one, and drops what is not printed.
var cleanGlyph = strings.NewReplacer(
	"ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl",
	"\u00a0", " ", "\t", " ", "\n", " ", "\r", " ", "\u00ad", "", "\u200b", "", "\ufeff", "", "\x00", "",
)

// plainFontName drops the six letters and the plus sign that mark a subset.
func plainFontName(name string) string {
	if i := strings.IndexByte(name, '+'); i == 6 {
		return name[7:]
	}
	return name
}

// fontKey tells fonts of one file apart, so that a font that every page names anew is read once. Two fonts that agree in
// all of this read alike: editors write one font several times under one name, with widths for the letters used.
func fontKey(v pdf.Value) string {
	widths, sum := v.Key("Widths"), 0.0
	for i := 0; i < widths.Len() && i < 256; i++ {
		sum += widths.Index(i).Float64() * float64(i+1)
	}
	return fmt.Sprint(v.Key("BaseFont").Name(), v.Key("Subtype").Name(), v.Key("Encoding"), v.Key("FirstChar").Int64(),
		widths.Len(), sum, v.Key("ToUnicode").Key("Length").Int64(), v.Key("DescendantFonts").Index(0).Key("W").Len())
}

package pdf

import (
	"strings"
	"unicode/utf8"

	"github.com/soichi/soichi/extract/legacy"
	"github.com/soichi/soichi/viet"
)

// The verdicts on a page, as document.Page names them.
const (
	verdictText     = "text"
	verdictRepaired = "repaired"
	verdictOCR      = "ocr"
	verdictPicture  = "picture"
)

// What a page's text layer must show. Good pages of the gazette have a share of well-formed syllables of 0.93 or more;
// legacy fonts read as Latin letters stay below 0.5.
const (
	goodShare = 0.8
	badShare  = 0.6
	// judgedWords is the least number of words that a share is worth anything with.
	judgedWords = 20
	// stampLetters is the most that a digital signature's appearance and a registry's stamp write on a scan: 77 to 251
	// letters on the scans looked at.
	stampLetters = 400
	// scanShare is the least share of a scanned page that its picture covers.
	scanShare = 0.5
	// blankShare is the most that pictures may cover of a page without text that is not worth looking at.
	blankShare = 0.02
	// outlined is the number of filled shapes from which on a page without text may hold letters drawn as shapes.
	outlined = 100
)

// judge gives the verdict on a page's text layer: text, or picture where OCR would do better.
func judge(p *page) string {
	text := pageText(p)
	letters := utf8.RuneCountInString(text) - strings.Count(text, " ")
	share, words := viet.SyllableShare(text)
	scanned := p.images >= scanShare
	switch {
	case letters == 0 && p.images < blankShare && p.drawn < outlined:
		return verdictText // a blank page
	case letters == 0, scanned && letters < stampLetters:
		return verdictPicture
	case scanned && p.hidden*2 > letters && share < goodShare:
		return verdictPicture // an old OCR layer
	case words >= judgedWords && share < badShare:
		return verdictPicture
	default:
		return verdictText
	}
}

// pageText joins the page's words in the order of the file.
func pageText(p *page) string {
	var b strings.Builder
	for i, w := range p.Words {
		if i > 0 && (w.Before || p.Words[i-1].After || w.Y != p.Words[i-1].Y) {
			b.WriteByte(' ')
		}
		b.WriteString(w.Text)
	}
	return b.String()
}

// repairFonts decodes the text set in fonts of the encodings before Unicode. Whether a font's text needs it is judged
// over the whole file, for a font may bear an old name and yet a right table of Unicode letters. It gives the pages on
// which something was decoded.
func repairFonts(pages []*page) map[int]bool {
	texts := map[string]*strings.Builder{}
	for _, p := range pages {
		for _, w := range p.Words {
			if e, _ := legacy.ByFont(w.Font); e == legacy.None {
				continue
			}
			if texts[w.Font] == nil {
				texts[w.Font] = &strings.Builder{}
			}
			texts[w.Font].WriteString(w.Text + " ")
		}
	}
	broken := map[string]bool{}
	for font, b := range texts {
		before, _ := viet.SyllableShare(b.String())
		after, words := viet.SyllableShare(decodeRun(font, b.String()))
		broken[font] = words > 0 && after > before
	}
	touched := map[int]bool{}
	for i, p := range pages {
		for k := range p.Words {
			if w := &p.Words[k]; broken[w.Font] {
				if text := decodeRun(w.Font, w.Text); text != w.Text {
					w.Text = text
					touched[i] = true
				}
			}
		}
	}
	return touched
}

// repairText decodes a page whose text reads as Vietnamese under one of the old encodings although its fonts do not say
// so. It reports whether it did.
func repairText(p *page) bool {
	text := pageText(p)
	if share, words := viet.SyllableShare(text); words < judgedWords || share >= goodShare {
		return false
	}
	e := legacy.Guess(text)
	if e == legacy.None {
		return false
	}
	for k := range p.Words {
		p.Words[k].Text = e.DecodeString(p.Words[k].Text)
	}
	return true
}

// decodeRun decodes text set in a font of an old encoding. Text that holds letters of Unicode alone stays.
func decodeRun(font, text string) string {
	e, capitals := legacy.ByFont(font)
	if e == legacy.None || legacy.HasVietnamese(text) {
		return text
	}
	text = e.DecodeString(text)
	if capitals {
		text = strings.ToUpper(text)
	}
	return text
}

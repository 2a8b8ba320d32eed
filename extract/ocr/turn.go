package ocr

import (
	"context"
	"image"
	"strings"
	"unicode/utf8"

	"github.com/soichi/soichi/extract/pdf/layout"
	"github.com/soichi/soichi/viet"
)

const (
	// uprightShare is the share of Vietnamese syllables below which a page may lie on its side or head. Pages read the right
	// way up have 0.8 and more, turned ones 0.3 at most.
	uprightShare = 0.5
	// judgedWords is the least number of words that a share is worth anything with.
	judgedWords = 20
)

// Read recognises the picture of a page and gives its words with places in points, for package layout. A page that lies on
// its side or head is turned: what is hardly Vietnamese is read in the other three ways too, and the best is taken. The
// page's Confidence is the mean of its words', weighted by their letters; a page on which nothing is read has 0.
func (e *Engine) Read(ctx context.Context, img image.Image, dpi int) (*layout.Page, error) {
	grey := wash(img)
	best, err := e.page(ctx, grey, dpi)
	if err != nil {
		return nil, err
	}
	share, words := syllables(best)
	if share >= uprightShare || words < judgedWords {
		return best, nil
	}
	for range 3 {
		grey = quarter(grey)
		p, err := e.page(ctx, grey, dpi)
		if err != nil {
			return nil, err
		}
		if s, n := syllables(p); s > share && n >= judgedWords {
			best, share = p, s
		}
		if share >= uprightShare {
			break
		}
	}
	return best, nil
}

// lyingWidth is the width, in letter sizes, below which a word of threeLetters or more was read on a line that runs up or down
// the page: Tesseract reads such lines, but layout cannot put them in order.
const (
	lyingWidth   = 0.8
	threeLetters = 3
)

// syllables gives the share of a page's words that are Vietnamese syllables on lines that run across, and how many words it
// has.
func syllables(p *layout.Page) (share float64, words int) {
	var b strings.Builder
	across, long := 0, 0
	for _, w := range p.Words {
		b.WriteString(w.Text + " ")
		if utf8.RuneCountInString(w.Text) < threeLetters {
			continue
		}
		long++
		if w.X1-w.X0 >= lyingWidth*w.Size {
			across++
		}
	}
	share, words = viet.SyllableShare(b.String())
	return share * float64(across) / float64(max(long, 1)), words
}

// quarter turns a picture clockwise by a quarter.
func quarter(img *image.Gray) *image.Gray {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	out := image.NewGray(image.Rect(0, 0, h, w))
	for y := range h {
		for x, v := range img.Pix[y*img.Stride : y*img.Stride+w] {
			out.Pix[x*out.Stride+h-1-y] = v
		}
	}
	return out
}

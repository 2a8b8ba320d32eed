package extract

import (
	"github.com/soichi/soichi/extract/docx"
	"github.com/soichi/soichi/extract/pdf"
	"github.com/soichi/soichi/extract/plain"
	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/extract/webpage"
)

// Readers lists every format that the program reads, by the media types of package read.
func Readers() *read.Registry {
	g := &read.Registry{}
	g.Register(plain.Reader{}, read.Plain, read.Markdown)
	g.Register(webpage.Reader{}, read.HTML)
	g.Register(docx.Reader{}, read.DOCX)
	g.Register(pdf.Reader{}, read.PDF)
	return g
}

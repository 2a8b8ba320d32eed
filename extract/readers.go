package extract

import (
	"github.com/soichi/soichi/extract/doc"
	"github.com/soichi/soichi/extract/docx"
	"github.com/soichi/soichi/extract/mail"
	"github.com/soichi/soichi/extract/ocr"
	"github.com/soichi/soichi/extract/odt"
	"github.com/soichi/soichi/extract/pdf"
	"github.com/soichi/soichi/extract/plain"
	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/extract/rtf"
	"github.com/soichi/soichi/extract/sheet"
	"github.com/soichi/soichi/extract/webpage"
)

// Readers lists every format that the program reads, by the media types of package read.
func Readers() *read.Registry {
	g := &read.Registry{}
	g.Register(plain.Reader{}, read.Plain, read.Markdown)
	g.Register(webpage.Reader{}, read.HTML)
	g.Register(docx.Reader{}, read.DOCX)
	g.Register(doc.Reader{}, read.DOC)
	g.Register(rtf.Reader{}, read.RTF)
	g.Register(odt.Reader{}, read.ODT)
	g.Register(sheet.Reader{}, read.XLSX)
	g.Register(sheet.CSV{}, read.CSV)
	g.Register(mail.Reader{}, read.Mail)
	g.Register(pdf.Reader{}, read.PDF)
	g.Register(ocr.Reader{}, read.PNG, read.JPEG, read.TIFF, read.BMP, read.GIF, read.WEBP)
	return g
}

package report

import (
	"archive/zip"
	"bytes"
	_ "embed"
	"encoding/xml"
	"fmt"
	"io"
	"text/template"
	"time"
)

//go:embed annex.xml
var annexXML string

// annex is the main part of the DOCX.
var annex = template.Must(template.New("annex").Funcs(template.FuncMap{"text": escape, "twips": twips}).Parse(annexXML))

// The parts that every DOCX needs beside the text.
const (
	contentTypes = xml.Header + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	relationships = xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
)

// DOCX writes a list as an annex on A4 across, in the type and with the borders that offices use (Nghị định 30/2020/NĐ-CP,
// Phụ lục I). The same list gives the same bytes.
func DOCX(w io.Writer, l List) error {
	var body bytes.Buffer
	if err := annex.Execute(&body, printed(l)); err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	z := zip.NewWriter(w)
	for _, p := range []struct{ name, data string }{
		{"[Content_Types].xml", contentTypes}, {"_rels/.rels", relationships}, {"word/document.xml", body.String()},
	} {
		f, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: time.Date(2020, 3, 5, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return fmt.Errorf("docx: %w", err)
		}
		if _, err := io.WriteString(f, p.data); err != nil {
			return fmt.Errorf("docx: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	return nil
}

// escape makes text safe inside XML; what XML cannot hold becomes U+FFFD.
func escape(s string) (string, error) {
	var b bytes.Buffer
	err := xml.EscapeText(&b, []byte(s))
	return b.String(), err
}

// annexWidth is the room between the margins of an A4 page across, in twentieths of a point.
const annexWidth = 14570

// twips gives the width of a column as its share of the page.
func twips(columns []Column, i int) int {
	total := 0.0
	for _, c := range columns {
		total += c.Width
	}
	return int(annexWidth * columns[i].Width / total)
}

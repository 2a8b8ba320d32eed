package samples

import (
	"archive/zip"
	"bytes"
	"embed"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"strings"
	"time"
)

// parts holds the parts of a DOCX that are the same for every document: styles, the two numbering schemes, the header.
//
//go:embed parts
var parts embed.FS

// partNames pairs each constant part's place in the package with its file, in the order of the archive.
var partNames = [...][2]string{
	{"[Content_Types].xml", "parts/content_types.xml"},
	{"_rels/.rels", "parts/rels.xml"},
	{"word/_rels/document.xml.rels", "parts/document_rels.xml"},
	{"word/styles.xml", "parts/styles.xml"},
	{"word/numbering.xml", "parts/numbering.xml"},
	{"word/settings.xml", "parts/settings.xml"},
	{"word/header1.xml", "parts/header1.xml"},
}

const (
	namespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
		`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	// A4 in twentieths of a point, margins of 2 cm and 3 cm on the binding side (Nghị định 30/2020/NĐ-CP, Phụ lục I).
	pageSetup = `<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>` +
		`<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>`
	bodyWidth = 9071
)

// WriteDOCX writes the source as a DOCX. The same source gives the same bytes.
func WriteDOCX(w io.Writer, src Source) error {
	z := zip.NewWriter(w)
	for _, p := range partNames {
		data, err := parts.ReadFile(p[1])
		if err != nil {
			return fmt.Errorf("read part %s: %w", p[1], err)
		}
		if err := addPart(z, p[0], data); err != nil {
			return err
		}
	}
	if err := addPart(z, "word/document.xml", documentXML(src)); err != nil {
		return err
	}
	if err := addPart(z, "word/footnotes.xml", footnotesXML(src.Notes)); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("close the docx: %w", err)
	}
	return nil
}

// addPart stores one file with a fixed time, so that archives can be compared byte by byte.
func addPart(z *zip.Writer, name string, data []byte) error {
	f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(2020, 3, 5, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		return fmt.Errorf("add part %s: %w", name, err)
	}
	if _, err := f.Write(data); err != nil {
		return fmt.Errorf("write part %s: %w", name, err)
	}
	return nil
}

func documentXML(src Source) []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header + `<w:document ` + namespaces + `><w:body>`)
	for _, block := range src.Blocks {
		writeBlock(&b, block)
	}
	b.WriteString(pageSetup + `</w:body></w:document>`)
	return b.Bytes()
}

func footnotesXML(notes []string) []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header + `<w:footnotes ` + namespaces + `>` +
		`<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>` +
		`<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`)
	for i, note := range notes {
		fmt.Fprintf(&b, `<w:footnote w:id="%d"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>`+
			`<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>`, i+1)
		writeRuns(&b, " "+note, "")
		b.WriteString(`</w:p></w:footnote>`)
	}
	b.WriteString(`</w:footnotes>`)
	return b.Bytes()
}

func writeBlock(b *bytes.Buffer, block Block) {
	switch block.Kind {
	case Heading:
		writeParagraph(b, `<w:pStyle w:val="Centred"/>`, block.Text, `<w:b/>`)
	case Centred:
		writeParagraph(b, `<w:pStyle w:val="Centred"/>`, block.Text, "")
	case Italic:
		writeParagraph(b, "", block.Text, `<w:i/>`)
	case Item:
		props := fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, block.Level-1, block.List)
		writeParagraph(b, props, block.Text, "")
	case PageBreak:
		b.WriteString(`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`)
	case Columns:
		writeColumns(b, block)
	case Grid:
		writeGrid(b, block.Rows)
	default:
		writeParagraph(b, "", block.Text, "")
	}
}

func writeParagraph(b *bytes.Buffer, props, text, runProps string) {
	b.WriteString(`<w:p>`)
	if props != "" {
		b.WriteString(`<w:pPr>` + props + `</w:pPr>`)
	}
	writeRuns(b, text, runProps)
	b.WriteString(`</w:p>`)
}

var inline = regexp.MustCompile(`\*\*|\[\^\d+\]`)

// writeRuns writes text as runs: bold between double stars, a footnote reference for [^n].
func writeRuns(b *bytes.Buffer, text, runProps string) {
	bold := false
	run := func(s string) {
		if s == "" {
			return
		}
		props := runProps
		if bold && !strings.Contains(props, `<w:b/>`) {
			props = `<w:b/>` + props
		}
		b.WriteString(`<w:r>`)
		if props != "" {
			b.WriteString(`<w:rPr>` + props + `</w:rPr>`)
		}
		b.WriteString(`<w:t xml:space="preserve">`)
		_ = xml.EscapeText(b, []byte(s)) // a bytes.Buffer does not fail
		b.WriteString(`</w:t></w:r>`)
	}
	last := 0
	for _, m := range inline.FindAllStringIndex(text, -1) {
		run(text[last:m[0]])
		if mark := text[m[0]:m[1]]; mark == "**" {
			bold = !bold
		} else {
			fmt.Fprintf(b, `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="%s"/></w:r>`, strings.Trim(mark, "[]^"))
		}
		last = m[1]
	}
	run(text[last:])
}

// writeColumns writes a letterhead or the closing block with recipients and signature.
func writeColumns(b *bytes.Buffer, block Block) {
	closing := len(block.Left) > 0 && strings.Contains(block.Left[0], "Nơi nhận")
	leftStyle, rightStyle, widths := `<w:pStyle w:val="Letterhead"/>`, `<w:pStyle w:val="Letterhead"/>`, [2]int{3500, bodyWidth - 3500}
	if closing {
		leftStyle, rightStyle, widths = `<w:pStyle w:val="Recipients"/>`, `<w:pStyle w:val="Centred"/>`, [2]int{4700, bodyWidth - 4700}
	}
	b.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	fmt.Fprintf(b, `<w:gridCol w:w="%d"/><w:gridCol w:w="%d"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>`, widths[0], widths[1])
	writeCell(b, widths[0], "", leftStyle, block.Left)
	writeCell(b, widths[1], "", rightStyle, block.Right)
	b.WriteString(`</w:tr></w:tbl>`)
}

func writeGrid(b *bytes.Buffer, rows [][]string) {
	widths := columnWidths(len(rows[0]))
	b.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for _, w := range widths {
		fmt.Fprintf(b, `<w:gridCol w:w="%d"/>`, w)
	}
	b.WriteString(`</w:tblGrid>`)
	for i, row := range rows {
		b.WriteString(`<w:tr>`)
		if i == 0 {
			b.WriteString(`<w:trPr><w:tblHeader/></w:trPr>`)
		}
		for j, cell := range row {
			merge := ""
			switch {
			case cell == MergedAbove:
				merge, cell = `<w:vMerge/>`, ""
			case i+1 < len(rows) && rows[i+1][j] == MergedAbove:
				merge = `<w:vMerge w:val="restart"/>`
			}
			if i == 0 {
				cell = "**" + cell + "**"
			}
			writeCell(b, widths[j], merge, `<w:pStyle w:val="Cell"/>`, []string{cell})
		}
		b.WriteString(`</w:tr>`)
	}
	b.WriteString(`</w:tbl>`)
}

// columnWidths gives the second column, which holds the task, a third of the page and the first one room for a number.
func columnWidths(n int) []int {
	widths := make([]int, n)
	rest := (bodyWidth - 600 - bodyWidth/3) / max(1, n-2)
	for i := range widths {
		widths[i] = rest
	}
	widths[0] = 600
	if n > 1 {
		widths[1] = bodyWidth / 3
	}
	return widths
}

func writeCell(b *bytes.Buffer, width int, merge, style string, lines []string) {
	fmt.Fprintf(b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s</w:tcPr>`, width, merge)
	for _, line := range lines {
		writeParagraph(b, style, line, "")
	}
	if len(lines) == 0 {
		b.WriteString(`<w:p/>`) // a cell must end with a paragraph
	}
	b.WriteString(`</w:tc>`)
}

package read

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gabriel-vasile/mimetype"
)

// sniffWindow is how much of the start of a text is looked at to tell its format.
const sniffWindow = 8 << 10

// Sniff gives the media type of a file by its content. The name decides only between formats that are all plain text
// (Markdown, CSV), which no content can tell apart with certainty.
func Sniff(src Source) string {
	data := src.Data
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("PK\x05\x06")):
		return sniffZip(data)
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return sniffOLE(data)
	case bytes.HasPrefix(data, []byte("Rar!\x1a\x07")):
		return RAR
	case bytes.HasPrefix(data, []byte("7z\xbc\xaf\x27\x1c")):
		return SevenZip
	case bytes.HasPrefix(data, []byte("\x1f\x8b")):
		return GZIP
	case bytes.HasPrefix(trimStart(data), []byte(`{\rtf`)):
		return RTF
	case isPDF(data):
		return PDF
	}
	if found := mimetype.Detect(data); !isTextual(found) {
		return essence(found.String())
	}
	if isBinary(data) {
		return Octets
	}
	return sniffText(src)
}

// isPDF allows junk before the header, as PDF readers do: the first kilobyte is searched.
func isPDF(data []byte) bool {
	return bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-"))
}

// isTextual tells whether mimetype's answer leaves the question open: text of some sort, or nothing known.
func isTextual(m *mimetype.MIME) bool {
	if m.Is(Octets) {
		return true
	}
	for ; m != nil; m = m.Parent() {
		if m.Is(Plain) {
			return true
		}
	}
	return false
}

func essence(mediaType string) string {
	mediaType, _, _ = strings.Cut(mediaType, ";")
	return mediaType
}

// isBinary tells whether data holds control bytes that no text has. UTF-16 is recognised by its mark or by every other
// byte being zero; VISCII and VPS put Vietnamese letters on some control codes, so a few of those are allowed.
func isBinary(data []byte) bool {
	head := data[:min(len(data), sniffWindow)]
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) || LooksUTF16(head) != nil {
		return false
	}
	control := 0
	for _, b := range head {
		switch {
		case b == 0:
			return true
		case b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != '\v':
			control++
		}
	}
	return control*20 > len(head)
}

// LooksUTF16 tells the byte order of UTF-16 text without a mark: Latin letters leave zero bytes at every odd (little
// endian) or even place. It gives nil where the bytes do not look like UTF-16.
func LooksUTF16(head []byte) binary.ByteOrder {
	if len(head) < 4 {
		return nil
	}
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	half := len(head) / 2
	switch {
	case zeros[1]*2 > half && zeros[0] == 0:
		return binary.LittleEndian
	case zeros[0]*2 > half && zeros[1] == 0:
		return binary.BigEndian
	default:
		return nil
	}
}

var (
	htmlStart  = regexp.MustCompile(`(?is)^(?:\s|<\?xml[^>]*>|<!--.*?-->)*<(?:!doctype\s+html|html|head|body|title|meta|script|style|div|table|p|center|h[1-6])[\s>]`)
	mailHeader = regexp.MustCompile(`(?im)^(?:from|to|subject|date|message-id|mime-version|received|return-path|delivered-to):[ \t]`)
	mailLine   = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9-]{1,40}:`)
	mdMark     = regexp.MustCompile(`(?m)^#{1,6} \S|^\|[ :|-]+\|\s*$`)
)

func sniffText(src Source) string {
	head := textHead(src.Data)
	ext := strings.ToLower(path.Ext(src.Name))
	switch {
	case htmlStart.Match(head):
		return HTML
	case isMail(head, ext):
		return Mail
	case bytes.HasPrefix(head, []byte("---\n")) && bytes.Contains(head[4:], []byte("\n---")):
		return Markdown
	case (ext == ".md" || ext == ".markdown") && utf8.Valid(src.Data):
		return Markdown
	case ext == ".csv" || ext == ".tsv":
		return CSV
	case ext == "" && len(mdMark.FindAll(head, 3)) == 3:
		return Markdown
	default:
		return Plain
	}
}

// textHead gives the start of a text with UTF-16 flattened to ASCII where it is ASCII, without mark, with "\n" line ends.
func textHead(data []byte) []byte {
	head := data[:min(len(data), sniffWindow)]
	head = bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) || LooksUTF16(head) != nil {
		head = bytes.ReplaceAll(head, []byte{0}, nil)
		head = bytes.TrimLeft(head, "\xff\xfe")
	}
	return bytes.ReplaceAll(head, []byte("\r\n"), []byte("\n"))
}

// isMail asks for a header block: at least three of the usual fields before the first empty line, each line a field or
// the continuation of one. Directives open with "Số: …" and "Kính gửi: …", which are no mail fields.
func isMail(head []byte, ext string) bool {
	block, _, _ := bytes.Cut(head, []byte("\n\n"))
	for i, line := range bytes.Split(block, []byte("\n")) {
		if i == 0 && bytes.HasPrefix(line, []byte("From ")) {
			continue
		}
		if len(line) > 0 && line[0] != ' ' && line[0] != '\t' && !mailLine.Match(line) {
			return false
		}
	}
	found := len(mailHeader.FindAll(block, 4))
	return found >= 3 || found >= 2 && (ext == ".eml" || ext == ".mht" || ext == ".mhtml")
}

func trimStart(data []byte) []byte {
	return bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), " \t\r\n")
}

// sniffZip looks for the parts that make an Office file: in the directory at the end, and where that is lost in the local
// headers, so that a truncated DOCX is still known for one. The headers alone would take an archive that holds an Office
// file uncompressed for that file.
func sniffZip(data []byte) string {
	// An OpenDocument file begins with an uncompressed part that holds its type (OpenDocument 1.3 part 2, 3.3).
	if len(data) > 38 && bytes.HasPrefix(data[30:], []byte("mimetype")) {
		rest := data[38:min(len(data), 200)]
		switch {
		case bytes.HasPrefix(rest, []byte(ODS)):
			return ODS
		case bytes.HasPrefix(rest, []byte(ODT)):
			return ODT
		case bytes.HasPrefix(rest, []byte("application/epub+zip")):
			return "application/epub+zip"
		}
	}
	has := func(part string) bool { return hasZipEntry(data, part) }
	if z, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); err == nil {
		has = func(part string) bool {
			return slices.ContainsFunc(z.File, func(f *zip.File) bool { return strings.HasPrefix(f.Name, part) })
		}
	}
	for _, known := range []struct{ part, mediaType string }{
		{"word/document.xml", DOCX}, {"xl/workbook.xml", XLSX}, {"ppt/presentation.xml", PPTX},
		{"word/", DOCX}, {"xl/", XLSX}, {"ppt/", PPTX},
	} {
		if has(known.part) {
			return known.mediaType
		}
	}
	return ZIP
}

// hasZipEntry tells whether a local file header names a part that starts with name. The name stands 30 bytes after the
// header's signature (APPNOTE 4.3.7).
func hasZipEntry(data []byte, name string) bool {
	for at := 0; ; {
		i := bytes.Index(data[at:], []byte("PK\x03\x04"))
		if i < 0 {
			return false
		}
		at += i
		if at+30 > len(data) {
			return false
		}
		if bytes.HasPrefix(data[at+30:], []byte(name)) {
			return true
		}
		at += 4
	}
}

// sniffOLE looks for the stream names of the Office programs, which stand in UTF-16 in the directory of the compound
// file (MS-CFB 2.6).
func sniffOLE(data []byte) string {
	for _, known := range []struct{ stream, mediaType string }{
		{"EncryptedPackage", EncryptedOffice}, {"WordDocument", DOC}, {"PowerPoint Document", PPT},
		{"Workbook", XLS}, {"Book", XLS},
	} {
		if bytes.Contains(data, directoryName(known.stream)) {
			return known.mediaType
		}
	}
	return OLE
}

// directoryName writes a stream's name as its directory entry starts: UTF-16 little endian, ended by a zero.
func directoryName(s string) []byte {
	var b []byte
	for _, r := range s + "\x00" {
		b = binary.LittleEndian.AppendUint16(b, uint16(r))
	}
	return b
}

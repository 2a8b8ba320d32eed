package read

import (
	"path"
	"strings"
)

// The media types that Sniff gives for what has a reader, or a reason of its own. Every other file gets the type that
// the mimetype library finds.
const (
	Plain      = "text/plain"
	Markdown   = "text/markdown"
	HTML       = "text/html"
	CSV        = "text/csv"
	RTF        = "application/rtf"
	PDF        = "application/pdf"
	DOCX       = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	XLSX       = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	PPTX       = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
	ODT        = "application/vnd.oasis.opendocument.text"
	ODS        = "application/vnd.oasis.opendocument.spreadsheet"
	DOC        = "application/msword"
	XLS        = "application/vnd.ms-excel"
	PPT        = "application/vnd.ms-powerpoint"
	OLE        = "application/x-ole-storage"
	Mail       = "message/rfc822"
	ZIP        = "application/zip"
	RAR        = "application/vnd.rar"
	SevenZip   = "application/x-7z-compressed"
	TAR        = "application/x-tar"
	GZIP       = "application/gzip"
	PNG        = "image/png"
	JPEG       = "image/jpeg"
	TIFF       = "image/tiff"
	BMP        = "image/bmp"
	WEBP       = "image/webp"
	GIF        = "image/gif"
	Octets     = "application/octet-stream"
	Executable = "application/vnd.microsoft.portable-executable"
	// EncryptedOffice is an OLE2 container that holds an encrypted Office document in place of a readable one.
	EncryptedOffice = "application/x-encrypted-office"
)

// promises maps a file name's ending to the type that the name promises, for the endings whose promise matters: a file
// that breaks it and is no other document either is told apart from a format that is merely not read.
var promises = map[string]string{
	".pdf": PDF, ".docx": DOCX, ".docm": DOCX, ".xlsx": XLSX, ".xlsm": XLSX, ".odt": ODT, ".doc": DOC, ".rtf": RTF,
	".zip": ZIP, ".rar": RAR, ".7z": SevenZip,
	".png": PNG, ".jpg": JPEG, ".jpeg": JPEG, ".tif": TIFF, ".tiff": TIFF, ".eml": Mail,
}

// Promised gives the media type that a file's name promises, "" for an ending that promises nothing.
func Promised(name string) string { return promises[strings.ToLower(path.Ext(name))] }

// IsArchive tells whether a media type is a container of files that an Expander takes apart.
func IsArchive(mediaType string) bool {
	switch mediaType {
	case ZIP, RAR, SevenZip, TAR, GZIP:
		return true
	default:
		return false
	}
}

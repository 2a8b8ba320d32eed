// Package pdf reads PDF files: the words of each page with their places, put into reading order as printed lines.
//
// The way of a page is: an engine gives words and ruled lines with positions ([page]); ruled tables are cut out; what
// is left becomes lines, the letterhead and the signature block read column by column; running heads and page numbers
// are taken out; footnotes are found; and everything is written into one [document.Text]. A verdict on each page says
// whether its text layer can be trusted.
//
// Two engines stand behind one small interface: ledongthuc/pdf, in Go, with content streams and fonts interpreted here
// because the library's own text functions lose spaces and positions; and pdfium in a WebAssembly sandbox, slower but
// able to rebuild damaged files and to draw pages for OCR.
package pdf

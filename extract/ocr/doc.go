// Package ocr reads pictures of pages with Tesseract, a program that is looked for when it is needed: nothing of it is
// linked in, and a machine without it is told what to install.
//
// A picture is prepared (stamps and signatures in colour are washed out, a skewed page is set straight), read with
// Tesseract's Vietnamese data, and given as words with places and confidences, which package layout puts into reading
// order. One Tesseract process has one thread: on its own threads a page takes four times as long, and pages are read
// several at once instead.
package ocr

package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// damages lists the broken files: each is made from a good one of the corpus, so that it is broken in one way only.
var damages = [...]struct {
	name, from string
	make       func(good []byte) ([]byte, error)
}{
	{"cut.pdf", "chain2/655-bc-ubnd-quang-tri.pdf", cut},
	{"cut.docx", "chain1/87-ct-ttg.docx", cut},
	{"zip-named.pdf", "chain1/402-qd-ttg.txt", zipped},
	{"no-document-part.docx", "chain1/87-ct-ttg.docx", withoutDocument},
	{"zeros.pdf", "chain2/655-bc-ubnd-quang-tri.pdf", zeros},
	{"empty.txt", "chain1/402-qd-ttg.txt", func([]byte) ([]byte, error) { return nil, nil }},
}

func writeDamaged(root string) error {
	if err := os.MkdirAll(filepath.Join(root, "damaged"), 0o755); err != nil {
		return fmt.Errorf("make the folder of damaged files: %w", err)
	}
	for _, d := range damages {
		good, err := os.ReadFile(filepath.Join(root, "corpus", d.from))
		if err != nil {
			return fmt.Errorf("read a file to damage: %w", err)
		}
		bad, err := d.make(good)
		if err != nil {
			return fmt.Errorf("damage %s: %w", d.from, err)
		}
		if err := os.WriteFile(filepath.Join(root, "damaged", d.name), bad, 0o644); err != nil {
			return fmt.Errorf("write a damaged file: %w", err)
		}
	}
	return nil
}

// cut ends the file after three fifths, as a broken download does: the tables at the end of a PDF or ZIP are lost.
func cut(good []byte) ([]byte, error) { return good[:len(good)*3/5], nil }

// zeros blanks the file but for its first line, so that only the signature is right.
func zeros(good []byte) ([]byte, error) {
	bad := make([]byte, len(good))
	copy(bad, good[:bytes.IndexByte(good, '\n')+1])
	return bad, nil
}

// zipped packs something that is no document: the name says PDF, the content is an archive.
func zipped(good []byte) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	f, err := z.Create("du-lieu.bin")
	if err != nil {
		return nil, fmt.Errorf("add a file: %w", err)
	}
	if _, err := f.Write(bytes.ToUpper(good[:64])); err != nil {
		return nil, fmt.Errorf("write a file: %w", err)
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("close the archive: %w", err)
	}
	return b.Bytes(), nil
}

// withoutDocument takes the main part out of a DOCX and leaves the archive whole.
func withoutDocument(good []byte) ([]byte, error) {
	r, err := zip.NewReader(bytes.NewReader(good), int64(len(good)))
	if err != nil {
		return nil, fmt.Errorf("open the docx: %w", err)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range r.File {
		if f.Name == "word/document.xml" {
			continue
		}
		if err := copyPart(z, f); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("close the docx: %w", err)
	}
	return b.Bytes(), nil
}

func copyPart(z *zip.Writer, f *zip.File) error {
	in, err := f.OpenRaw()
	if err != nil {
		return fmt.Errorf("open part %s: %w", f.Name, err)
	}
	out, err := z.CreateRaw(&f.FileHeader)
	if err != nil {
		return fmt.Errorf("add part %s: %w", f.Name, err)
	}
	if _, err := io.Copy(out, in); err != nil {
		return fmt.Errorf("copy part %s: %w", f.Name, err)
	}
	return nil
}

package pdf

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/soichi/soichi/viet"
)

// furniture begins or stands in the lines that are no part of a document, though Vietnamese: the gazette's running head,
// and what its digital signature draws on the first page.
var furniture = regexp.MustCompile(`CÔNG BÁO/Số|^(?:Ký bởi|Người ký|Cơ quan|Ngày ký|Thời gian ký): `)

// Every gazette is read without a warning, in NFC, without its running heads, and no worse than pdftotext reads it: the
// share of well-built syllables is at least the same once running heads and stamps are taken out there too.
func TestSharedGazettes(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(sharedDir(t), "corpus/congbao-pdf/*.pdf"))
	if err != nil || len(files) == 0 {
		t.Skip("no gazettes")
	}
	if testing.Short() {
		t.Skip("952 pages")
	}
	for _, path := range files {
		t.Run(filepath.Base(path), func(t *testing.T) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			res := mustRead(t, Reader{FindOCR: noOCR}, data)
			checkText(t, res.Text)
			text := res.Text.Content
			share, words := viet.SyllableShare(text)
			if share < 0.93 || words < 300 || len(res.Warnings) > 0 || strings.Contains(text, "CÔNG BÁO/Số") || !norm.NFC.IsNormalString(text) {
				t.Errorf("share %.4f of %d words, warnings %q", share, words, res.Warnings)
			}
			if theirs := pdftotext(t, path); share < theirs {
				t.Errorf("share %.4f, pdftotext has %.4f", share, theirs)
			}
		})
	}
}

// pdftotext gives the share of syllables in what the tool of that name makes of a file, running heads and stamps aside.
func pdftotext(t *testing.T, path string) float64 {
	t.Helper()
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not installed: apt install poppler-utils")
	}
	out, err := exec.CommandContext(t.Context(), tool, path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	var kept []string
	for line := range strings.Lines(strings.ToValidUTF8(string(out), "\ufffd")) {
		if !furniture.MatchString(line) {
			kept = append(kept, line)
		}
	}
	share, _ := viet.SyllableShare(strings.Join(kept, ""))
	return share
}

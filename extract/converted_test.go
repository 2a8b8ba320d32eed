package extract_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract"
	"github.com/soichi/soichi/extract/read"
)

// maxPrinted is the greatest share of letters that may be wrong in a text read from a page that was printed from it.
const maxPrinted = 0.002

// converted saves the sample documents of Word in another format, by LibreOffice, and gives the folder.
func converted(t *testing.T, format string) string {
	t.Helper()
	tool, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed: apt install libreoffice-writer-nogui fonts-croscore")
	}
	if testing.Short() {
		t.Skip("LibreOffice takes seconds")
	}
	files, err := filepath.Glob("../testdata/corpus/*/*.docx")
	if err != nil || len(files) == 0 {
		t.Fatal("no sample documents", err)
	}
	dir := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + dir + "/profile", "--headless", "--convert-to", format, "--outdir", dir}
	if out, err := exec.CommandContext(t.Context(), tool, append(args, files...)...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return dir
}

func extracted(t *testing.T, path string) *document.Document {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	d, err := extract.New(extract.Options{}).Extract(t.Context(), path, data)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// running gives a document's text with its footnotes behind it and without its breaks of lines: what formats may differ in,
// for a page has its notes at its foot.
func running(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	res, err := extract.Readers().Read(t.Context(), read.Source{Name: path, Data: data}, read.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	content, notes := res.Text.Content, ""
	for _, n := range slices.Backward(res.Text.Notes) {
		from := strings.LastIndexByte(content[:n.Body.Start], '\n') + 1
		notes = content[from:n.Body.End] + " " + notes
		content = content[:from] + content[n.Body.End:]
	}
	return strings.Join(strings.Fields(content+" "+notes), " ")
}

// Every sample document of Word, saved in the other formats, gives the same fields and tasks. Its text is the same too; on
// a printed page, read from the places of its letters, two in a thousand may be wrong.
func TestConvertedSamples(t *testing.T) {
	originals, err := filepath.Glob("../testdata/corpus/*/*.docx")
	if err != nil || len(originals) == 0 {
		t.Fatal("no sample documents", err)
	}
	for format, filter := range map[string]string{"doc": "doc:MS Word 97", "odt": "odt", "rtf": "rtf", "pdf": "pdf"} {
		t.Run(format, func(t *testing.T) {
			dir := converted(t, filter)
			for _, original := range originals {
				name := strings.TrimSuffix(filepath.Base(original), ".docx")
				t.Run(name, func(t *testing.T) {
					path := filepath.Join(dir, name+"."+format)
					compare(t, facts(extracted(t, original)), facts(extracted(t, path)), 0)
					want, got := running(t, original), running(t, path)
					rate := wrongShare(want, got)
					t.Logf("%.3f %% of %d letters wrong", 100*rate, len([]rune(want)))
					if rate > 0 && format != "pdf" || rate > maxPrinted {
						t.Errorf("%.3f %% of the letters are wrong:\n%s\nwant\n%s", 100*rate, got, want)
					}
				})
			}
		})
	}
}

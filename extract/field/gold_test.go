package field

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

// shared finds the folder of real documents, which is no part of the repository.
func shared(t *testing.T) string {
	dir := os.Getenv("SOICHI_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(dir, "gold")); err != nil {
		t.Skipf("no real documents: set SOICHI_SHARED to the folder that holds them (%v)", err)
	}
	return dir
}

// reference is the part of a reference file that this package answers for.
type reference struct {
	Kind, Symbol, Issuer, Place, Title document.NullString
	IssuedOn                           document.NullString `json:"issued_on"`
	Signer                             *document.Signer
	Recipients                         []struct{ Text, Purpose document.NullString }
}

var leadingAbout = regexp.MustCompile(`^(?:về việc|về) `)

// TestReferences compares with directives that were annotated by hand: every field of every one must be right.
func TestReferences(t *testing.T) {
	dir := shared(t)
	for _, folder := range []string{"chithi", "scan"} {
		files, _ := filepath.Glob(filepath.Join(dir, "gold", folder, "*.json"))
		if len(files) == 0 {
			t.Errorf("no references in %s", folder)
		}
		for _, file := range files {
			t.Run(filepath.Base(file), func(t *testing.T) { compare(t, file) })
		}
	}
}

func compare(t *testing.T, file string) {
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var want reference
	if err := json.Unmarshal(raw, &want); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	text, err := os.ReadFile(strings.TrimSuffix(file, ".json") + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	h := extract(viet.NFC(strings.ReplaceAll(string(text), "\r\n", "\n")))
	got := plainHeader(h)
	same := func(name, got string, want document.NullString) {
		w := string(want)
		if w == "" {
			w = "-"
		}
		fold := func(s string) string { return leadingAbout.ReplaceAllString(viet.Letters(s), "") }
		if fold(got) != fold(w) {
			t.Errorf("%s: got %q, want %q", name, got, w)
		}
	}
	same("kind", strings.ReplaceAll(got.kind, "_", " "), document.NullString(strings.ReplaceAll(string(want.Kind), "_", " ")))
	if got.symbol != string(want.Symbol) || got.date != string(want.IssuedOn) {
		t.Errorf("symbol %q of %q, want %q of %q", got.symbol, got.date, want.Symbol, want.IssuedOn)
	}
	same("issuer", got.issuer, want.Issuer)
	same("place", got.place, want.Place)
	same("title", got.title, want.Title)
	if s := want.Signer; s != nil {
		same("signer", got.signer, document.NullString(s.Value+"; "+string(s.Position)+"; "+string(s.Authority)))
	}
	var recipients []string
	for _, r := range want.Recipients {
		if name, _, _ := strings.Cut(string(r.Text), " ("); !strings.HasPrefix(name, "Lưu") {
			recipients = append(recipients, string(r.Text))
		}
	}
	if len(recipients) != len(h.Recipients) {
		t.Fatalf("%d recipients, want %d", len(h.Recipients), len(recipients))
	}
	for i, r := range h.Recipients {
		if !strings.HasPrefix(recipients[i], r.Text) {
			t.Errorf("recipient %d: got %q, want %q", i, r.Text, recipients[i])
		}
	}
}

// TestSeeds holds the five papers from which the project was made: two of them lost their letterhead, two are news pages.
func TestSeeds(t *testing.T) {
	dir := shared(t)
	const procuracy = "Viện kiểm sát nhân dân tối cao"
	for _, test := range []struct {
		prefix     string
		want       wanted
		recipients int
	}{
		{"000", wanted{"chi_thi", "02/CT-VKSTC", procuracy, "2022-12-27", "Hà Nội", "Phát động phong trào", "Lê Minh Trí; Viện trưởng; "}, 3},
		{"001", wanted{"tin_bai", "-", "-", "-", "-", "-", "-"}, 0},
		{"002", wanted{"ke_hoach", "-", procuracy, "-", "-", "Thực hiện Chỉ thị số 19/CT-TTg", "Nguyễn Hải Trâm; Phó Viện trưởng; KT."}, 8},
		{"003", wanted{"bao_cao", "-", "Viện kiểm sát nhân dân thành phố Huế", "-", "-", "Tổng kết phong trào", "Nguyễn Trung Kiên; Phó Viện trưởng; KT."}, 5},
		{"004", wanted{"tin_bai", "-", "-", "2023-11-30", "-", "Khối thi đua số 2", "-"}, 0},
	} {
		files, _ := filepath.Glob(filepath.Join(dir, "seeds", test.prefix+"*.txt"))
		if len(files) != 1 {
			t.Fatalf("%d files for %s", len(files), test.prefix)
		}
		raw, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		h := extract(string(raw))
		got := plainHeader(h)
		if !strings.HasPrefix(got.title, test.want.title) {
			t.Errorf("%s: title %q", test.prefix, got.title)
		}
		got.title = test.want.title
		if got != test.want || len(h.Recipients) != test.recipients {
			t.Errorf("%s: %d recipients\ngot  %+v\nwant %+v", test.prefix, len(h.Recipients), got, test.want)
		}
	}
}

package query

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the manual's table anew")

const (
	manual     = "../docs/query.md"
	tableBegin = "<!-- fields: written by go test ./query -run Manual -update -->\n"
	tableEnd   = "<!-- end -->"
)

// TestManualTableIsComplete keeps the manual's table of fields equal to the language's own.
func TestManualTableIsComplete(t *testing.T) {
	data, err := os.ReadFile(manual)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(data), tableBegin)
	table, after, ok2 := strings.Cut(rest, tableEnd)
	if !ok || !ok2 {
		t.Fatalf("%s has no table of fields", manual)
	}
	want := fieldsTable()
	if *update {
		if err := os.WriteFile(manual, []byte(before+tableBegin+want+tableEnd+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if table != want {
		t.Errorf("%s is out of date: run go test ./query -run Manual -update", manual)
	}
}

func fieldsTable() string {
	var b strings.Builder
	b.WriteString("| field | other names | values | example | asks for | hỏi |\n| --- | --- | --- | --- | --- | --- |\n")
	for _, f := range Fields() {
		fmt.Fprintf(&b, "| `%s:` | %s | %s | `%s` | %s | %s |\n", f.Name, strings.Join(f.Aliases, ", "), f.Values, f.Example, f.Meaning, f.MeaningVi)
	}
	return b.String()
}

// TestExamplesOfTheManualParse keeps every example in the table and in the list above it valid.
func TestExamplesOfTheManualParse(t *testing.T) {
	for _, f := range Fields() {
		if _, err := Parse(f.Example); err != nil {
			t.Errorf("the example of %s: %v", f.Name, err)
		}
	}
	data, err := os.ReadFile(manual)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, line := range strings.Split(string(data), "\n") {
		cell := strings.Split(line, "|")
		if len(cell) < 3 || !strings.HasPrefix(strings.TrimSpace(cell[1]), "`") {
			continue
		}
		example := strings.Trim(strings.TrimSpace(cell[1]), "`")
		if strings.HasSuffix(example, ":") {
			continue // a field's name in the table below
		}
		n++
		if _, err := Parse(example); err != nil {
			t.Errorf("%s: %s: %v", manual, example, err)
		}
	}
	if n < 5 {
		t.Errorf("%d examples found in %s, want the whole list", n, manual)
	}
}

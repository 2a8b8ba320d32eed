package register

import (
	"bufio"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
)

// ErrFormat says that a table of bodies does not have the columns of bodies.tsv.
var ErrFormat = errors.New("not a table of bodies")

// maxLine bounds a line of a table: far above any name with its aliases, far below what would hurt.
const maxLine = 1 << 16

//go:embed bodies.tsv
var bodyTable string

//go:embed local.tsv
var localTable string

//go:embed provinces.tsv
var provinceTable string

// Default is the register of the country that the program carries.
var Default = sync.OnceValue(func() *Register {
	var bodies []*Body
	for _, row := range rows(bodyTable) {
		b, err := bodyOf(row)
		if err != nil {
			continue // the embedded table is checked by a test
		}
		bodies = append(bodies, b)
	}
	provinces := readProvinces()
	for _, row := range rows(localTable) {
		bodies = append(bodies, localBodies(row, provinces)...)
	}
	return build(bodies)
})

// With returns a register that holds the units of a further table as well. The columns are those of bodies.tsv; columns
// at the end may be missing, and only the name must be there. A unit whose name, code and days are already known is
// taken once.
func (r *Register) With(extra io.Reader) (*Register, error) {
	bodies := append([]*Body(nil), r.bodies...)
	sc := bufio.NewScanner(extra)
	sc.Buffer(nil, maxLine)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimRight(strings.TrimPrefix(sc.Text(), "\ufeff"), "\r")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		b, err := bodyOf(strings.Split(line, "\t"))
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		bodies = append(bodies, b)
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("read a table of bodies: %w", err)
	}
	return build(bodies), nil
}

// Load returns the register of the country with the units of a further table.
func Load(extra io.Reader) (*Register, error) { return Default().With(extra) }

// rows splits an embedded table, comments left out.
func rows(table string) [][]string {
	var out [][]string
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		out = append(out, strings.Split(line, "\t"))
	}
	return out
}

// bodyOf reads one row of bodies.tsv.
func bodyOf(row []string) (*Body, error) {
	col := func(i int) string {
		if i < len(row) {
			return strings.TrimSpace(row[i])
		}
		return ""
	}
	if len(row) < 2 || col(1) == "" {
		return nil, fmt.Errorf("%w: no name in %q", ErrFormat, strings.Join(row, "\t"))
	}
	b := &Body{
		Codes: list(col(0), ","), Name: col(1), Kind: col(2), Parent: col(3), From: col(4), To: col(5),
		Into: list(col(6), ";"), Aliases: list(col(7), ";"),
	}
	for _, day := range []string{b.From, b.To} {
		if day != "" && !isDay(day) {
			return nil, fmt.Errorf("%w: %q of %s is no day like 2025-07-01", ErrFormat, day, b.Name)
		}
	}
	if len(b.Codes) > 0 {
		b.Code = b.Codes[0]
	}
	return b, nil
}

func list(s, sep string) []string {
	var out []string
	for _, part := range strings.Split(s, sep) {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

func isDay(s string) bool {
	if len(s) != len("2006-01-02") || s[4] != '-' || s[7] != '-' {
		return false
	}
	for i, c := range s {
		if i != 4 && i != 7 && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

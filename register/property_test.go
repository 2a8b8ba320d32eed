package register

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/document"
)

// day draws a day on which papers were written.
func day(t *rapid.T) string {
	return rapid.SampledFrom([]string{
		"1946-01-06", "1976-07-02", "1992-04-15", "2004-01-01", "2008-08-01", "2011-11-11", "2017-05-05", "2022-12-27", "2024-12-31",
		"2025-01-01", "2025-02-28", "2025-03-01", "2025-06-30", "2025-07-01", "2026-05-01",
	}).Draw(t, "day")
}

// phrase draws a list of recipients, made of groups and of bodies.
func phrase(t *rapid.T) string {
	part := rapid.SampledFrom([]string{
		"các bộ", "Các Bộ, cơ quan ngang Bộ", "cơ quan thuộc Chính phủ", "UBND các tỉnh, thành phố trực thuộc Trung ương", "HĐND, UBND các tỉnh, thành phố",
		"các tỉnh ủy, thành ủy", "VKSND các tỉnh, thành phố", "VKSND cấp cao 1, 2, 3", "TAND các tỉnh, thành phố", "Sở Y tế các tỉnh, thành phố",
		"Bộ Y tế", "Bộ Nội vụ", "Thủ trưởng đơn vị thuộc VKSND tối cao", "UBND các tỉnh: Kon Tum, Gia Lai", "các sở, ban, ngành tỉnh", "để biết",
		"Các Bộ: Tài chính, Tư pháp", "UBND các huyện, thị xã, thành phố", "Tòa án nhân dân tối cao", "các tỉnh",
	})
	return strings.Join(rapid.SliceOfN(part, 1, 4).Draw(t, "parts"), ", ")
}

// TestExpandGivesLivingBodies checks that a group never holds a body that did not exist on the day: of the names that the
// register knows, one of its bodies was alive.
func TestExpandGivesLivingBodies(t *testing.T) {
	r := Default()
	named := map[string][]*Body{}
	for _, b := range r.Bodies() {
		named[b.Name] = append(named[b.Name], b)
	}
	rapid.Check(t, func(t *rapid.T) {
		words, on := phrase(t), day(t)
		units, group := r.ExpandFor(words, on, "UBND tỉnh Sơn La")
		if !group {
			return
		}
		for i, unit := range units {
			if slices.Contains(units[:i], unit) {
				t.Errorf("%q on %s names %q twice", words, on, unit)
			}
			bodies := named[unit]
			if len(bodies) == 0 || unit == words {
				continue // a group or a unit that the register does not hold
			}
			if !slices.ContainsFunc(bodies, func(b *Body) bool { return b.On(on) }) && !strings.Contains(words, unit) {
				t.Errorf("%q on %s names %q, which did not exist", words, on, unit)
			}
		}
	})
}

func TestExpandIsTheSameEachTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words, on := phrase(t), day(t)
		a, isA := Default().Expand(words, on)
		b, isB := Default().Expand(words, on)
		if !slices.Equal(a, b) || isA != isB {
			t.Errorf("%q on %s: %q and %q", words, on, a, b)
		}
	})
}

// written varies a name as offices do.
func written(t *rapid.T, name string) string {
	switch rapid.IntRange(0, 5).Draw(t, "writing") {
	case 0:
		return strings.ToUpper(name)
	case 1:
		return strings.ReplaceAll(name, "òa", "oà")
	case 2:
		return strings.ReplaceAll(name, "Ủy ban nhân dân", "UBND")
	case 3:
		return strings.ReplaceAll(name, "Viện kiểm sát nhân dân", "VKSND")
	case 4:
		return " " + strings.ReplaceAll(name, " ", "  ") + ";"
	}
	return name
}

// TestCanonical checks that a canonical name is its own canonical name, and that every writing of a name has the same.
func TestCanonicalIsIdempotent(t *testing.T) {
	r := Default()
	bodies := r.Bodies()
	rapid.Check(t, func(t *rapid.T) {
		b, on := rapid.SampledFrom(bodies).Draw(t, "body"), day(t)
		if !b.On(on) {
			return
		}
		plain := r.Canonical(b.Name, on)
		if again := r.Canonical(plain, on); again != plain {
			t.Errorf("on %s %q is %q and then %q", on, b.Name, plain, again)
		}
		if w := written(t, b.Name); r.Canonical(w, on) != plain {
			t.Errorf("on %s %q is %q and %q is %q", on, b.Name, plain, w, r.Canonical(w, on))
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		name, on := rapid.StringMatching(`[A-ZĐa-zữấ]{1,9}( [a-zđấ]{1,6}){0,6}`).Draw(t, "name"), day(t)
		once := r.Canonical(name, on)
		if again := r.Canonical(once, on); again != once {
			t.Errorf("%q is %q and then %q", name, once, again)
		}
	})
}

// TestFormerIsTheInverseOfSuccessors checks both ways for every body.
func TestFormerIsTheInverseOfSuccessors(t *testing.T) {
	r := Default()
	ended := 0
	for _, b := range r.Bodies() {
		for _, next := range r.Successors(b) {
			ended++
			if next == b || !slices.Contains(r.Former(next), b) {
				t.Errorf("%s went into %s, whose former bodies do not hold it", b.Name, next.Name)
			}
			if b.To != "" && next.To != "" && next.To <= b.To {
				t.Errorf("%s went into %s, which had ended by then", b.Name, next.Name)
			}
		}
		if len(b.Into) > 0 && len(r.Successors(b)) == 0 {
			t.Errorf("%s went into %q, and nothing of the name lived on", b.Name, b.Into)
		}
	}
	if ended < 100 {
		t.Errorf("%d bodies were taken over; the merger of provinces alone makes more", ended)
	}
}

// TestByCodeGivesLivingBodies checks that a code only stands for bodies of the day that bear it.
func TestByCodeGivesLivingBodies(t *testing.T) {
	r := Default()
	var codes []string
	for _, b := range r.Bodies() {
		codes = append(codes, b.Codes...)
	}
	rapid.Check(t, func(t *rapid.T) {
		code, on := rapid.SampledFrom(codes).Draw(t, "code"), day(t)
		for _, b := range r.ByCode(strings.ToLower(code), on) {
			if !b.On(on) || !slices.ContainsFunc(b.Codes, func(c string) bool { return document.FoldSymbol(c) == document.FoldSymbol(code) }) {
				t.Errorf("%s on %s gives %s with %q", code, on, b.Name, b.Codes)
			}
		}
	})
}

package store

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/soichi/soichi/document"
)

// shelf fills a store with documents of several kinds, issuers and days, and gives their ids by name.
func shelf(t *testing.T, s *Store) map[string]string {
	t.Helper()
	ids := map[string]string{}
	for _, x := range []struct{ name, kind, symbol, issuer, code, on string }{
		{"a", "chi_thi", "01/CT-VKSTC", "Viện kiểm sát nhân dân tối cao", "VKSTC", "2021-12-27"},
		{"b", "chi_thi", "1 /CT-VKSTC", "Viện kiểm sát nhân dân tối cao", "VKSTC", "2022-12-02"},
		{"c", "ke_hoach", "109-NQ/BCSĐ", "", "", "2022-12-02"},
		{"d", "", "", "", "", ""},
	} {
		d := &document.Document{Text: x.name, Source: document.Source{Path: abs(x.name)}}
		if x.kind != "" {
			d.Kind = &document.Kind{Value: x.kind}
			d.Symbol, d.IssuedOn = &document.Field{Value: x.symbol}, &document.Field{Value: x.on}
		}
		if x.issuer != "" {
			d.Issuer = &document.Issuer{Value: x.issuer, Code: document.NullString(x.code)}
		}
		var err error
		if ids[x.name], _, err = s.Put(ctx, d, []byte(x.name), old, version); err != nil {
			t.Fatal(err)
		}
	}
	return ids
}

// names turns cards back into the names of the shelf.
func names(cards []Card) string {
	var out []string
	for _, c := range cards {
		out = append(out, c.Path[len(c.Path)-1:])
	}
	return strings.Join(out, "")
}

func TestList(t *testing.T) {
	s := open(t, t.TempDir())
	ids := shelf(t, s)
	same := []string{"b", "c"} // of one day: by id
	slices.SortFunc(same, func(x, y string) int { return strings.Compare(ids[x], ids[y]) })
	day := strings.Join(same, "")
	cases := map[string]struct {
		filter        Filter
		limit, offset int
		want          string
		total         int
	}{
		"all, newest first":   {Filter{}, 0, 0, day + "ad", 4},
		"a page":              {Filter{}, 2, 1, day[1:] + "a", 4},
		"past the end":        {Filter{}, 2, 9, "", 4},
		"below the beginning": {Filter{}, 1, -5, day[:1], 4},
		"a kind":              {Filter{Kind: "ke_hoach"}, 0, 0, "c", 1},
		"an issuer's code":    {Filter{Issuer: "VKSTC"}, 0, 0, "ba", 2},
		"an issuer's name":    {Filter{Issuer: "Viện kiểm sát nhân dân tối cao"}, 1, 0, "b", 2},
		"from a day":          {Filter{From: "2022-12-02"}, 0, 0, day, 2},
		"up to a day":         {Filter{To: "2022-12-01"}, 0, 0, "a", 1},
		"all at once":         {Filter{Kind: "chi_thi", Issuer: "VKSTC", From: "2022-01-01", To: "2022-12-31"}, 0, 0, "b", 1},
		"nothing":             {Filter{Kind: "luat"}, 0, 0, "", 0},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			cards, total, err := s.List(ctx, c.filter, c.limit, c.offset)
			if err != nil || names(cards) != c.want || total != c.total {
				t.Errorf("%q of %d, want %q of %d (%v)", names(cards), total, c.want, c.total, err)
			}
		})
	}
}

func TestFindBySymbol(t *testing.T) {
	s := open(t, t.TempDir())
	shelf(t, s)
	for symbol, want := range map[string]string{
		"01/CT-VKSTC": "ba", "1/ct-vkstc": "ba", "109-NQ/BCSD": "c", "109–NQ/BCSĐ": "c", "2/CT-VKSTC": "", "": "",
	} {
		cards, err := s.FindBySymbol(ctx, document.FoldSymbol(symbol))
		if err != nil || names(cards) != want {
			t.Errorf("%q: %q, want %q (%v)", symbol, names(cards), want, err)
		}
	}
}

func TestCards(t *testing.T) {
	s := open(t, t.TempDir())
	id, _ := put(t, s, abs("a"), "1", "x")
	other, _ := put(t, s, abs("b"), "2", "y")
	all := doc(abs("a"), "1", "x")
	want := Card{
		ID: id, Path: abs("a"), Kind: "chi_thi", Symbol: "1/CT-UBND", Folded: "1/CT-UBND", Size: len(all.Text), Citations: all.Citations, Themes: all.Themes,
	}
	var got []Card
	for c, err := range s.Cards(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, c)
	}
	if len(got) != 2 || got[0].ID >= got[1].ID {
		t.Fatalf("%+v", got)
	}
	for c, err := range s.CardsOf(ctx, []string{id, "ffff"}) {
		if diff := cmp.Diff(want, c); diff != "" || err != nil {
			t.Error(diff, err)
		}
	}
	for range s.Cards(ctx) {
		break // leaves nothing open
	}
	if err := s.Delete(ctx, other); err != nil {
		t.Error(err)
	}
	if _, err := s.w.Exec(`UPDATE contents SET themes = '{'`); err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, err := range s.Cards(ctx) {
		if n++; err == nil {
			t.Error("a torn card was given")
		}
	}
	if n != 1 {
		t.Errorf("%d answers after an error", n)
	}
}

package graph

import (
	"slices"
	"testing"

	"github.com/soichi/soichi/document"
)

// law is a mention of a law by number, by name, or by both.
func law(symbol, name, on string) document.Citation {
	c := cite("luat", symbol, "", on, document.BasedOn)
	c.Name = document.NullString(name)
	return c
}

// wanted gives the numbers or names of the wanted documents, sorted.
func wanted(citations ...document.Citation) []string {
	c := card("a", "quyet_dinh", "1/QĐ-TTg", pm, "2024-05-05")
	c.Citations = citations
	var out []string
	for _, w := range Build([]Card{c}, names{}, nil).Missing() {
		said := string(w.Symbol)
		if said == "" {
			said = string(w.Name)
		}
		out = append(out, said)
	}
	slices.Sort(out)
	return out
}

func TestALawByNameAndByNumberIsOneDocument(t *testing.T) {
	kind := func(kind string, c document.Citation) document.Citation {
		c.Kind = document.NullString(kind)
		return c
	}
	about := func(title string, c document.Citation) document.Citation {
		c.Title = document.NullString(title)
		return c
	}
	for _, tt := range []struct {
		name string
		says []document.Citation
		want []string
	}{
		{"the library ties them", []document.Citation{law("31/2024/QH15", "Luật Đất đai", ""), law("", "Luật Đất đai", "")}, []string{"31/2024/QH15"}},
		{"by the year of the number", []document.Citation{law("31/2024/QH15", "Luật Đất đai", ""), law("", "Luật Đất đai năm 2024", "")}, []string{"31/2024/QH15"}},
		{"another year", []document.Citation{law("31/2024/QH15", "Luật Đất đai", ""), law("", "Luật Đất đai năm 2013", "")}, []string{"31/2024/QH15", "Luật Đất đai"}},
		{"two numbers, and no year", []document.Citation{law("31/2024/QH15", "Luật Đất đai", ""), law("45/2013/QH13", "Luật Đất đai", ""), law("", "Luật Đất đai", "")},
			[]string{"31/2024/QH15", "45/2013/QH13", "Luật Đất đai"}},
		{"two numbers, and a year", []document.Citation{law("31/2024/QH15", "Luật Đất đai", ""), law("45/2013/QH13", "Luật Đất đai", ""), law("", "Luật Đất đai", "2013")},
			[]string{"31/2024/QH15", "45/2013/QH13"}},
		{"a number with its subject", []document.Citation{about("an toàn thực phẩm", law("55/2010/QH12", "", "2010-06-17")), law("", "Luật An toàn thực phẩm năm 2010", "")}, []string{"55/2010/QH12"}},
		{"nothing ties them", []document.Citation{law("31/2024/QH15", "", ""), law("", "Luật Đất đai", "")}, []string{"31/2024/QH15", "Luật Đất đai"}},
		{"a year and none", []document.Citation{law("", "Luật Thú y năm 2015", ""), law("", "Luật Thú y", "")}, []string{"Luật Thú y"}},
		{"a code", []document.Citation{kind("bo_luat", law("101/2015/QH13", "Bộ luật Tố tụng hình sự", "")), kind("bo_luat", law("", "Bộ luật Tố tụng hình sự năm 2015", ""))}, []string{"101/2015/QH13"}},
		{"the Constitution by all its names", []document.Citation{
			kind("hien_phap", law("", "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013", "")), kind("hien_phap", law("", "Hiến pháp năm 2013", "")), kind("hien_phap", law("", "Hiến pháp", "")),
		}, []string{"Hiến pháp"}},
		{"two Constitutions", []document.Citation{kind("hien_phap", law("", "Hiến pháp năm 1992", "")), kind("hien_phap", law("", "Hiến pháp năm 2013", ""))}, []string{"Hiến pháp", "Hiến pháp"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := wanted(tt.says...); !slices.Equal(got, tt.want) {
				t.Errorf("wanted %q, want %q", got, tt.want)
			}
		})
	}
}

func TestAHeldConstitutionIsMeantByYear(t *testing.T) {
	held := card("hp", "hien_phap", "", "Quốc hội", "2013-11-28")
	held.Title = "NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
	c := card("a", "quyet_dinh", "1/QĐ-TTg", pm, "2024-05-05")
	for _, name := range []string{"Hiến pháp năm 2013", "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam", "Hiến pháp năm 1992"} {
		k := law("", name, "")
		k.Kind = "hien_phap"
		c.Citations = append(c.Citations, k)
	}
	links := Build([]Card{held, c}, names{}, nil).Of("a")
	if links[0].To != "hp" || links[1].To != "hp" || links[2].State != Wanted {
		t.Errorf("%+v", links)
	}
}

func TestPlain(t *testing.T) {
	subject := law("55/2010/QH12", "", "2010-06-17")
	subject.Title = "an toàn thực phẩm"
	for _, tt := range []struct {
		says     string
		c        document.Citation
		name, on document.NullString
	}{
		{"the year is a date", law("", "Luật Đất đai năm 2024", ""), "Luật Đất đai", "2024"},
		{"a date goes before the year of the name", law("", "Luật Đất đai năm 2024", "2024-01-18"), "Luật Đất đai", "2024-01-18"},
		{"nothing to do", law("31/2024/QH15", "Luật Đất đai", "2024-01-18"), "Luật Đất đai", "2024-01-18"},
		{"the subject names a numbered law", subject, "Luật an toàn thực phẩm", "2010-06-17"},
	} {
		t.Run(tt.says, func(t *testing.T) {
			if got := plain(tt.c); got.Name != tt.name || got.IssuedOn != tt.on {
				t.Errorf("%q %q, want %q %q", got.Name, got.IssuedOn, tt.name, tt.on)
			}
		})
	}
}

package query

import "testing"

func TestWordEnd(t *testing.T) {
	for _, c := range []struct {
		in        string
		end, next int
	}{
		{"thi đua", 3, 3}, {"a,b", 3, 3}, {"a, b", 1, 2}, {"19/CT-TTg.", 9, 10}, {`a"b`, 1, 1}, {"a)", 1, 1}, {"a|b", 1, 1}, {"…", 0, 3}, {"", 0, 0},
	} {
		if end, next := wordEnd(c.in, 0); end != c.end || next != c.next {
			t.Errorf("%q: %d, %d; want %d, %d", c.in, end, next, c.end, c.next)
		}
	}
}

func TestPlainValue(t *testing.T) {
	for value, want := range map[string]bool{
		"rừng": true, "19/CT-TTg": true, "a_b": true, "2024.5": true, "KH&CN": true, "x\u0301": true,
		"": false, "a b": false, "a-": false, "-a": false, "a:b": false, `a"`: false, "(a)": false,
	} {
		if got := plainValue(value); got != want {
			t.Errorf("%q is plain: %v, want %v", value, got, want)
		}
	}
}

func TestMatchField(t *testing.T) {
	for in, want := range map[string]struct {
		name string
		n    int
	}{
		"kind:x": {"kind", 5}, "KIND:x": {"kind", 5}, "Loại văn bản:x": {"kind", len("Loại văn bản:")}, "loaivanban:x": {"kind", 11},
		"số_hiệu:1": {"symbol", len("số_hiệu:")}, "so:1": {"symbol", 3}, "kindly:x": {"", 0}, "kind :x": {"", 0}, "kind": {"", 0}, "": {"", 0}, "\xff:x": {"", 0},
	} {
		f, n := matchField(in)
		if f.Name != want.name || n != want.n {
			t.Errorf("%q: %q, %d; want %q, %d", in, f.Name, n, want.name, want.n)
		}
	}
}

func TestKindValue(t *testing.T) {
	for in, want := range map[string]string{
		"chi_thi": "chi_thi", "Chỉ thị": "chi_thi", "CHI THI": "chi_thi", "CT": "chi_thi", "ct": "chi_thi", "thông tư liên tịch": "thong_tu_lien_tich",
		"CTr": "chuong_trinh", "chỉ": "", "": "", "chỉ thị 19": "",
	} {
		got, ok := kindValue(in)
		if got != want || ok != (want != "") {
			t.Errorf("%q: %q, %v; want %q", in, got, ok, want)
		}
	}
}

// No name of one field may be read as another's: a longer alias would never be reached behind a shorter one.
func TestAliasesAreDistinct(t *testing.T) {
	seen := map[string]string{}
	for _, f := range Fields() {
		for _, name := range append([]string{f.Name}, f.Aliases...) {
			if other := seen[name]; other != "" {
				t.Errorf("%q is %s and %s", name, other, f.Name)
			}
			seen[name] = f.Name
			if got, n := matchField(name + ":"); n != len(name)+1 || got.Name != f.Name {
				t.Errorf("%q is read as %s", name, got.Name)
			}
		}
	}
}

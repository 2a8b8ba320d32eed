package theme

import (
	"slices"
	"testing"
)

func TestQuoted(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       []string
	}{
		{"none", "không có gì", nil},
		{"one", "a “b c” d", []string{"b c"}},
		{"two", "“a” và “b”", []string{"a", "b"}},
		{"nested", "“a “b” c” d", []string{"a “b” c"}},
		{"closed twice at the end", "“a “b””", []string{"a “b”"}},
		{"outer forgotten at a full stop", "“a “b”. Rồi “c”", []string{"a “b”", "c"}},
		{"outer forgotten before a movement", "“a “b” gắn với phong trào “c”", []string{"a “b”", "c"}},
		{"never closed", "“a b. C d", []string{"a b"}},
		{"never closed to the end", "“a b", []string{"a b"}},
		{"straight", `"a" và "b"`, []string{"a", "b"}},
		{"single", "a 'b c' d", []string{"b c"}},
		{"single curved", "a ‘b c’ d", []string{"b c"}},
		{"an apostrophe opens none", "M'Nông và Ê'đê", nil},
		{"opened straight, closed curly", `"a” b`, []string{"a"}},
		{"opened twice", "“a “ b “c”", []string{"a", "c"}},
		{"opened curly, closed straight", `“a" b`, []string{"a"}},
		{"punctuation inside is no part", "“a b,” “c.”", []string{"a b", "c"}},
		{"emphasis is no part", "“** a b **”", []string{"a b"}},
		{"empty", "“” x", nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var got []string
			for _, r := range quoted(tc.text) {
				got = append(got, r.In(tc.text))
			}
			if !slices.Equal(got, tc.want) {
				t.Errorf("%s: got %q, want %q", tc.text, got, tc.want)
			}
		})
	}
}

func TestRoleOf(t *testing.T) {
	for before, want := range map[string]string{
		"Phát động ":                             "launched",
		"tích cực hưởng ứng ":                    "supported",
		"Tiếp tục triển khai ":                   "continued",
		"đã tham gia ":                           "supported",
		"Phát động thi đua; tiếp tục thực hiện ": "continued", // the clause of the cue alone counts
		"Kết quả ":                               "reported",
		"":                                       "",
	} {
		if got := roleOf(before); got != want {
			t.Errorf("roleOf(%q) = %q, want %q", before, got, want)
		}
	}
}

// FuzzQuoted holds that quotations do not overlap, come in order and are never empty.
func FuzzQuoted(f *testing.F) {
	f.Add("“a “b” c” \"d\" «e»")
	f.Add("””““")
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, r := range quoted(s) {
			if r.Start < end || r.Empty() || r.End > len(s) {
				t.Fatalf("range %v after %d in %q", r, end, s)
			}
			end = r.End
		}
	})
}

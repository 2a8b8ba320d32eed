package sheet

import "testing"

func TestComma(t *testing.T) {
	for _, tt := range []struct {
		name, content string
		want          rune
	}{
		{"commas", "a,b,c\n1;2;3", ','},
		{"semicolons, as a Vietnamese spreadsheet writes", "a;b;c\n1,5;2;3", ';'},
		{"tabs", "a\tb\tc", '\t'},
		{"more semicolons than commas in the head", "a;b;c, d", ';'},
		{"one column", "a\nb;c", ','},
		{"nothing", "", ','},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := comma(tt.content); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

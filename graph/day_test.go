package graph

import "testing"

func TestCompareDates(t *testing.T) {
	for _, tt := range []struct {
		name, a, b string
		want       dates
	}{
		{"the same day", "2021-07-16", "2021-07-16", sameDay},
		{"a year alone", "2021", "2021-07-16", samePart},
		{"a month alone", "2021-07-16", "2021-07", samePart},
		{"another year", "2022", "2021-07-16", otherDay},
		{"another month", "2021-08", "2021-07-16", otherDay},
		{"not said", "", "2021-07-16", unknownDay},
		{"said on neither side", "", "", unknownDay},
		{"no date at all", "tháng 7", "2021-07-16", unknownDay},
		{"day and month exchanged", "2021-06-07", "2021-07-06", slippedDay},
		{"one digit", "2021-07-16", "2021-07-18", slippedDay},
		{"a digit of the year", "2021-07-16", "2011-07-16", slippedDay},
		{"two digits", "2021-07-16", "2021-08-17", otherDay},
		{"exchanged in another year", "2021-06-07", "2023-07-06", otherDay},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := compareDates(tt.a, tt.b); got != tt.want {
				t.Errorf("%q and %q: %d, want %d", tt.a, tt.b, got, tt.want)
			}
			if got := compareDates(tt.b, tt.a); got != tt.want {
				t.Errorf("%q and %q: %d, want %d both ways", tt.b, tt.a, got, tt.want)
			}
		})
	}
}

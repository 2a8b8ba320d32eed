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

func TestDayOf(t *testing.T) {
	for _, tt := range []struct {
		name, iso string
		want      day
	}{
		{"a full date", "2021-07-16", day{0x20210716, 0xffffffff}},
		{"a month", "2021-07", day{0x20210700, 0xffffff00}},
		{"a year", "2021", day{0x20210000, 0xffff0000}},
		{"nothing", "", day{}},
		{"half a year", "202", day{}},
		{"half a month", "2021-0", day{}},
		{"slashes", "2021/07/16", day{}},
		{"a stroke too many", "2021--07-16", day{}},
		{"a clock", "2021-07-16T08:00", day{}},
		{"words", "tháng 7", day{}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := dayOf(tt.iso); got != tt.want {
				t.Errorf("%x, want %x", got, tt.want)
			}
		})
	}
}

// Comparing is the same both ways, and a date agrees with each of its own beginnings.
func FuzzCompareDates(f *testing.F) {
	f.Add("2021-07-16", "2021-06-07")
	f.Add("2021", "tháng 7")
	f.Add("2021-07", "2021-07-16")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := dayOf(a), dayOf(b)
		if there, back := x.compare(y), y.compare(x); there != back {
			t.Fatalf("%q and %q: %d, the other way %d", a, b, there, back)
		}
		want := unknownDay
		switch x.mask {
		case 0xffffffff:
			want = sameDay
		case 0xffffff00, 0xffff0000:
			want = samePart
		}
		if got := x.compare(x); got != want {
			t.Fatalf("%q and itself: %d, want %d", a, got, want)
		}
		if year := (day{x.digits & 0xffff0000, 0xffff0000}); x.mask != 0 && x.compare(year) != samePart {
			t.Fatalf("%q does not agree with its year", a)
		}
	})
}

package coverage

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func days(found []dated) []string {
	var out []string
	for _, d := range found {
		out = append(out, d.day)
	}
	return out
}

func TestDatesIn(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"từ ngày 5/4/2024 đến ngày 06-11-2024", []string{"2024-04-05", "2024-11-06"}},
		{"ngày 7 tháng 9 năm 2024", []string{"2024-09-07"}},
		{"ngày 31/2/2024 và ngày 30/13/2024", nil},
		{"Quyết định số 12/2024/QĐ-UBND", nil},
		{"12.345 hộ", nil},
	} {
		if got := days(datesIn(tt.text)); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.text, got, tt.want)
		}
	}
}

func TestShortDaysIn(t *testing.T) {
	for _, tt := range []struct {
		text, upTo string
		want       []string
	}{
		{"ngày 15/3 và ngày 7/4", "2024-06-20", []string{"2024-03-15", "2024-04-07"}},
		{"ngày 25/11, trước Tết", "2024-01-20", []string{"2023-11-25"}},
		{"ngày 20/6.", "2024-06-20", []string{"2024-06-20"}},
		{"ngày 15/3/2023", "2024-06-20", nil},
		{"ngày 45/3", "2024-06-20", nil},
		{"ngày 15/3 không rõ năm", "", nil},
		{"đạt 15/23 xã", "2024-06-20", nil},
	} {
		if got := days(shortDaysIn(tt.text, tt.upTo)); !slices.Equal(got, tt.want) {
			t.Errorf("%s up to %s: %v, want %v", tt.text, tt.upTo, got, tt.want)
		}
	}
}

// TestDaysAreFoundWhereTheyStand holds that any day written in either form comes out as it is, from where it stands, and
// that a day without its year is the last one that is not to come.
func TestDaysAreFoundWhereTheyStand(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 5000).Draw(t, "day"))
		form := rapid.SampledFrom([]string{"%d/%d/%d", "%02d/%02d/%d", "%d-%d-%d", "%d tháng %d năm %d"}).Draw(t, "form")
		said := fmt.Sprintf(form, day.Day(), day.Month(), day.Year())
		text := "Đã xong ngày " + said + " tại hai xã."
		if got := datesIn(text); len(got) != 1 || got[0].day != day.Format(time.DateOnly) || text[got[0].start:got[0].end] != said {
			t.Fatalf("%s: %+v", text, got)
		}
		upTo := day.AddDate(0, 0, rapid.IntRange(0, 364).Draw(t, "later")).Format(time.DateOnly)
		if day.Month() == time.February && day.Day() == 29 {
			t.Skip("has no last year")
		}
		if got := shortDaysIn(fmt.Sprintf("Đã xong ngày %d/%d.", day.Day(), day.Month()), upTo); len(got) != 1 || got[0].day != day.Format(time.DateOnly) {
			t.Fatalf("%d/%d up to %s: %+v", day.Day(), day.Month(), upTo, got)
		}
	})
}

func TestDayBefore(t *testing.T) {
	for day, want := range map[string]string{"2024-03-01": "2024-02-29", "2025-01-01": "2024-12-31", "2024": ""} {
		if got := dayBefore(day); got != want {
			t.Errorf("%s: %s, want %s", day, got, want)
		}
	}
}

package task

import (
	"testing"
	"time"
)

// TestAfter holds what is counted from the signing of the paper itself, and nothing else.
func TestAfter(t *testing.T) {
	for _, tc := range []struct{ name, issued, text, want string }{
		{"days", "2024-05-10", "trong thời hạn 10 ngày kể từ ngày ký", "2024-05-20"},
		{"days past a month", "2024-05-28", "sau 10 ngày kể từ ngày ban hành", "2024-06-07"},
		{"weeks", "2024-05-10", "trong vòng 2 tuần từ ngày ký Chỉ thị này", "2024-05-24"},
		{"months", "2024-05-10", "trong 03 tháng kể từ ngày ban hành Kế hoạch này", "2024-08-10"},
		{"a month without that day", "2024-01-31", "trong 1 tháng kể từ ngày ký", "2024-02-29"},
		{"with the number in words", "2024-05-10", "sau 15 (mười lăm) ngày kể từ ngày ký", "2024-05-25"},
		{"working days depend on holidays", "2024-05-10", "trong 05 ngày làm việc kể từ ngày ký", ""},
		{"another event", "2024-05-10", "trong 05 ngày kể từ ngày nhận được hồ sơ", ""},
		{"another paper", "2024-05-10", "sau 05 ngày kể từ ngày ký Hợp đồng", ""},
		{"hours", "2024-05-10", "trong 24 giờ kể từ khi ký", ""},
		{"no date of the paper", "", "trong 10 ngày kể từ ngày ký", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := newCalendar(tc.issued).after(tc.text); got != tc.want {
				t.Errorf("%q: %q, want %q", tc.text, got, tc.want)
			}
		})
	}
}

func TestEndOfParts(t *testing.T) {
	c := newCalendar("2024-05-10")
	for _, tc := range []struct{ name, phrase, want string }{
		{"the end of a month", "cuối tháng 9 năm 2024", "2024-09-30"},
		{"the end of a quarter", "cuối quý III/2024", "2024-09-30"},
		{"the end of a year", "cuối năm 2024", "2024-12-31"},
		{"early in a month", "đầu tháng 9 năm 2024", ""},
		{"the middle of a month", "giữa tháng 9", ""},
		{"a weekday and a day", "thứ sáu, ngày 24/5/2024", "2024-05-24"},
		{"an hour and a day", "17 giờ 30 ngày 24/5/2024", "2024-05-24"},
		{"dashes", "ngày 24-5-2024", "2024-05-24"},
		{"blanks", "ngày  24  tháng 5  năm 2024", "2024-05-24"},
		{"the day itself is not past", "ngày 10/5", "2024-05-10"},
		{"the day before is next year", "ngày 9/5", "2025-05-09"},
		{"a quarter of next year", "quý I", "2025-03-31"},
		{"no fifth quarter", "quý 5", ""},
		{"the second half", "6 tháng cuối năm 2024", "2024-12-31"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := c.end(tc.phrase, false); got != tc.want {
				t.Errorf("%q: %q, want %q", tc.phrase, got, tc.want)
			}
		})
	}
}

func TestPast(t *testing.T) {
	c := newCalendar("2024-05-10")
	for value, want := range map[string]bool{"2024-05-09": true, "2024-05-10": false, "2024-05-11": false, "": false} {
		if got := c.past(value); got != want {
			t.Errorf("%q: %v", value, got)
		}
	}
	if (calendar{}).past("1990-01-01") {
		t.Error("a paper without a date has no past")
	}
}

// FuzzEnd holds that a phrase gives a date that exists or none, never one before the paper where it names no year.
func FuzzEnd(f *testing.F) {
	for _, s := range []string{"ngày 29/02", "tháng 13", "quý iv", "6 tháng đầu năm", "cuối năm 2024", "17 giờ ngày 31 tháng 12", "thứ hai 1/1/2025", "năm 0000"} {
		f.Add(s, true)
		f.Add(s, false)
	}
	c := newCalendar("2024-05-10")
	f.Fuzz(func(t *testing.T, phrase string, strict bool) {
		got := c.end(phrase, strict)
		if got == "" {
			return
		}
		if _, err := time.Parse(iso, got); err != nil {
			t.Fatalf("%q gives %q: %v", phrase, got, err)
		}
		if !strict && !fullYear.MatchString(phrase) && c.past(got) {
			t.Fatalf("%q gives %q, before the paper", phrase, got)
		}
	})
}

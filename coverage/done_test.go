package coverage

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// flood is a directive on dykes, of which a report may name days in many ways.
func flood() paper {
	return newPaper("d", "chi_thi", pm, "2023-12-12", "Về đê điều").
		task("Lắp đặt trạm bơm dã chiến, lập bản đồ vùng trũng, diễn tập hộ đê", "2024-05-31", kontum)
}

// TestDayOfDoing holds which of the days of a report's sentence is the one on which the thing was done.
func TestDayOfDoing(t *testing.T) {
	for _, tt := range []struct{ name, said, want string }{
		{"at the end of the clause", "Lắp đặt 04 trạm bơm dã chiến ngày 12/4/2024.", "2024-04-12"},
		{"before the place", "Tổ chức diễn tập hộ đê ngày 12/4/2024 tại xã Đăk Long.", "2024-04-12"},
		{"the last of several", "Đã diễn tập hộ đê, lập bản đồ vùng trũng tại xã Đăk Long (ngày 12/4/2024) và xã Ia Chim (ngày 28/4/2024).", "2024-04-28"},
		{"the last of two deeds", "Lắp đặt trạm bơm dã chiến của tỉnh được phê duyệt ngày 12/4/2024, của các xã xong ngày 03/6/2024.", "2024-06-03"},
		{"without the year", "Đã diễn tập hộ đê ngày 28/4 với 300 người.", "2024-04-28"},
		{"what lasts from a day", "Đã bố trí đủ 04 trạm bơm dã chiến từ ngày 20/5/2024.", "2024-05-20"},
		{"what works from a day", "10/10 xã có trạm bơm dã chiến hoạt động ổn định từ ngày 20/5/2024.", "2024-05-20"},
		{"what began on a day", "Từ ngày 20/5/2024, các xã diễn tập hộ đê, lắp đặt trạm bơm.", ""},
		{"a stretch of time", "Đã lắp đặt trạm bơm dã chiến từ ngày 01/4/2024 đến ngày 20/5/2024.", ""},
		{"a share reached in a stretch", "Từ ngày 01/4/2024 đến ngày 20/5/2024, số trạm bơm dã chiến đã lắp đạt 97,5%.", "2024-05-20"},
		{"at a point of time", "Số trạm bơm dã chiến đã lắp đạt 97,5% tại thời điểm ngày 20/5/2024.", "2024-05-20"},
		{"a day of another thing", "Lắp đặt trạm bơm dã chiến thay trạm hư hỏng do bão ngày 12/4/2024.", ""},
		{"a day of a meeting", "Lắp đặt trạm bơm dã chiến theo kết luận của Chủ tịch tỉnh ngày 12/4/2024.", ""},
		{"a day by which to do more", "Lắp đặt 02 trạm bơm dã chiến, số còn lại trước ngày 12/5/2024.", ""},
		{"before the directive", "Lắp đặt 04 trạm bơm dã chiến ngày 12/4/2023.", ""},
		{"after the report", "Lắp đặt 04 trạm bơm dã chiến ngày 12/9/2024.", ""},
		{"what the task speaks of, told after it", "Đã lắp đặt trạm bơm dã chiến, lập bản đồ vùng trũng của 10 huyện, thị; bản đồ được gửi các xã ngày 15/5/2024.", "2024-05-15"},
		{"another thing told after it", "Đã lắp đặt trạm bơm dã chiến, lập bản đồ vùng trũng của 10 huyện, thị; phát động tết trồng cây ngày 15/5/2024.", ""},
		{"that all is done, told after it", "Đã lắp đặt trạm bơm dã chiến, lập bản đồ vùng trũng của 10 huyện, thị; hoàn thành ngày 15/5/2024.", "2024-05-15"},
		{"the same in a short sentence", "1. Đã lắp đặt trạm bơm dã chiến, lập bản đồ vùng trũng của 10 huyện, thị. Hoàn thành ngày 15/5/2024.", "2024-05-15"},
		{"another sentence", "Đã lập bản đồ vùng trũng, lắp đặt trạm bơm dã chiến của 10 huyện, thị. Các xã đã đắp xong 02 tuyến kè mềm ngày 15/5/2024.", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := at(compute(flood(), "2024-12-31", account("2024-06-20", tt.said)), 0, kontum)
			if len(c.Evidence) == 0 || string(c.Evidence[0].Done) != tt.want {
				t.Errorf("%s: %+v, want %q", tt.said, c.Evidence, tt.want)
			}
		})
	}
}

// TestDayOfAPaperThatAnotherSigned holds that what a unit drafted was done on the day of the paper, and that the day of a
// paper which it only follows is none.
func TestDayOfAPaperThatAnotherSigned(t *testing.T) {
	const paper = "Quyết định số 51/QĐ-TTg ngày 10/5/2024"
	for said, want := range map[string]string{
		"Đã tham mưu ban hành " + paper + " về lắp đặt trạm bơm dã chiến.":         "2024-05-10",
		"Đã trình cấp trên phê duyệt tại " + paper + " việc lắp trạm bơm dã chiến": "2024-05-10",
		"Đã lắp đặt trạm bơm dã chiến theo " + paper + ".":                         "",
	} {
		r := account("2024-06-20", said).cites(paper, "quyet_dinh", "51/QĐ-TTg", pm, "2024-05-10")
		if c := at(compute(flood(), "2024-12-31", r), 0, kontum); len(c.Evidence) == 0 || string(c.Evidence[0].Done) != want {
			t.Errorf("%s: %+v, want %q", said, c.Evidence, want)
		}
	}
}

// TestDoneBetweenDirectiveAndReport holds that no day of doing lies outside of what the two papers allow, whatever a
// report says.
func TestDoneBetweenDirectiveAndReport(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		said := "Đã lắp đặt trạm bơm dã chiến"
		for range rapid.IntRange(1, 3).Draw(t, "days") {
			said += rapid.SampledFrom([]string{" ngày ", ", xong ngày ", " từ ngày ", " đến ngày ", "; bản đồ được gửi ngày "}).Draw(t, "how") +
				rapid.SampledFrom([]string{"11/12/2023", "13/12/2023", "1/4/2024", "2/5", "20/6/2024", "21/6/2024", "31/12"}).Draw(t, "day")
		}
		c := at(compute(flood(), "2024-12-31", account("2024-06-20", said+".")), 0, kontum)
		for _, e := range c.Evidence {
			if e.Done != "" && (e.Done <= "2023-12-12" || e.Done > "2024-06-20") {
				t.Fatalf("%s: done on %s", said, e.Done)
			}
		}
	})
}

// TestClauses holds that clauses make up the text, and that a label begins the first one.
func TestClauses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`(?:[12]\. )?(?:Đã làm|a; b|xã A|\. B|\.\nC|;|\d/\d){0,8}`).Draw(t, "text")
		got := clauses(text)
		if strings.Join(got, "") != text || len(got) == 0 {
			t.Fatalf("%q: %q", text, got)
		}
		if label := numeral.FindString(text); !strings.HasPrefix(got[0], label) {
			t.Fatalf("%q: %q", text, got)
		}
	})
}

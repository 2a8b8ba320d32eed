package theme

import (
	"strings"
	"unicode/utf8"

	"github.com/soichi/soichi/viet"
)

// roles tells from the words before a cue what the document does with the movement; the nearest one counts.
var roles = []struct {
	role  string
	words []string
}{
	{"supported", []string{"hưởng ứng", "tham gia"}},
	{"launched", []string{"phát động", "mở đợt"}},
	{"continued", []string{"tiếp tục", "đẩy mạnh", "duy trì", "thực hiện", "triển khai", "chú trọng"}},
	{"reported", []string{" đã ", " qua ", " kết quả "}},
}

// roleWindow bounds the words before a cue that are looked at, in bytes.
const roleWindow = 160

func roleOf(before string) string {
	from := max(0, len(before)-roleWindow)
	for from < len(before) && !utf8.RuneStart(before[from]) {
		from++
	}
	before = viet.Lower(before[from:])
	before = " " + before[strings.LastIndexAny(before, ".;")+1:]
	best, at := "", -1
	for _, r := range roles {
		for _, w := range r.words {
			if !strings.Contains(before, w) {
				continue // seen far sooner from the front
			}
			if i := strings.LastIndex(before, w); i > at {
				best, at = r.role, i
			}
		}
	}
	return best
}

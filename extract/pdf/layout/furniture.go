package layout

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Where on a page, in parts of its height, running heads and page numbers may stand.
const (
	headZone = 0.13
	footZone = 0.88
)

// maxFoot is the greatest number of letters of a running foot. Longer lines there are footnotes, which may well say the
// same on many pages ("… có hiệu lực kể từ ngày …").
const maxFoot = 50

var (
	pageNumber = regexp.MustCompile(`^(?:(?i:trang|page) ?)?[-–—.\s]*(\d{1,4})[-–—.\s]*(?:(?:/|(?i:of)) ?\d{1,4})?$`)
	// The gazette's banner: "CÔNG BÁO/Số 317 + 318/Ngày 02-5-2025", with the page number on either side.
	gazette = regexp.MustCompile(`^(?:\d{1,4} )?CÔNG BÁO ?/ ?Số .{1,40}/ ?Ngày [\d\s./-]{6,14}(?: \d{1,4})?$`)
	digits  = regexp.MustCompile(`\d+`)
)

// stripFurniture takes running heads, banners and page numbers out of the pages' lines and gives their texts, each once,
// in the order met. A head is one where its text, digits aside, stands in the same zone of a third of the pages, three
// at least.
func stripFurniture(pages [][]line, heights []float64) (removed []string) {
	count := map[string]int{}
	for i, lines := range pages {
		seen := map[string]bool{}
		for _, k := range zoneLines(lines, heights[i]) {
			key := furnitureKey(lines[k], heights[i])
			if key != "" && !seen[key] {
				seen[key] = true
				count[key]++
			}
		}
	}
	need := max(3, (len(pages)+2)/3)
	numbers := numbersOf(pages, heights)
	told := map[string]bool{}
	for i, lines := range pages {
		drop := map[int]bool{}
		for _, k := range zoneLines(lines, heights[i]) {
			text := lines[k].text()
			if count[furnitureKey(lines[k], heights[i])] < need && !gazette.MatchString(text) && !isPageNumber(text, i, numbers) {
				continue
			}
			drop[k] = true
			if !told[text] {
				told[text] = true
				removed = append(removed, text)
			}
		}
		if len(drop) > 0 {
			kept := make([]line, 0, len(lines)-len(drop))
			for k, l := range lines {
				if !drop[k] {
					kept = append(kept, l)
				}
			}
			pages[i] = kept
		}
	}
	return removed
}

// zoneLines gives the indexes of the first and the last lines of a page that stand in its margins, at most three each.
func zoneLines(lines []line, height float64) []int {
	var out []int
	for k, l := range lines {
		if l.table != nil || l.y == 0 {
			continue
		}
		foot := k >= len(lines)-3 && l.y > footZone*height && utf8.RuneCountInString(l.text()) <= maxFoot && !inNote(lines, k)
		if k < 3 && l.y < headZone*height || foot {
			out = append(out, k)
		}
	}
	return out
}

// inNote tells whether line k goes on with a footnote that began at most a few lines above it.
func inNote(lines []line, k int) bool {
	l := lines[k]
	for j := k; j >= 0 && j > k-8; j-- {
		if math.Abs(lines[j].size-l.size) > 0.6 || j < k && lines[j+1].y-lines[j].y > 1.8*l.size {
			return false
		}
		text := lines[j].text()
		if noteStart.MatchString(text) && !pageNumber.MatchString(text) && len(lines[j].words) > 2 {
			return lines[j].isRaised(lines[j].words[0])
		}
	}
	return false
}

// furnitureKey is the same for one head on all pages: its text without digits, and its zone.
func furnitureKey(l line, height float64) string {
	text := strings.Join(strings.Fields(digits.ReplaceAllString(l.text(), "")), " ")
	if text == "" {
		return ""
	}
	return strconv.FormatBool(l.y < height/2) + text
}

// numbersOf gives for each page the numbers that stand by themselves in its margins.
func numbersOf(pages [][]line, heights []float64) []map[int]bool {
	out := make([]map[int]bool, len(pages))
	for i, lines := range pages {
		out[i] = map[int]bool{}
		for _, k := range zoneLines(lines, heights[i]) {
			if n := loneNumber(lines[k].text()); n > 0 {
				out[i][n] = true
			}
		}
	}
	return out
}

// isPageNumber tells whether a line in the margin is a page's number: near its place in the file, which may begin with
// unnumbered leaves or be a part of a gazette with a number of its own, or one of a row of them, as an annex has.
func isPageNumber(text string, index int, numbers []map[int]bool) bool {
	n := loneNumber(text)
	return n > 0 && (n >= index || index < 3 || index > 0 && numbers[index-1][n-1] || index+1 < len(numbers) && numbers[index+1][n+1])
}

// loneNumber gives the number that a line is made of, 0 where it is another.
func loneNumber(text string) int {
	m := pageNumber.FindStringSubmatch(text)
	if m == nil {
		return 0
	}
	n, err := strconv.Atoi(m[1])
	if err != nil {
		return 0
	}
	return n
}

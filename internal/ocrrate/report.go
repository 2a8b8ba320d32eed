package main

import (
	"fmt"
	"io"
	"regexp"
	"strings"
	"time"
	"unicode"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

// report is what is measured of one scan.
type report struct {
	name         string
	pages        int
	ours, theirs time.Duration // of processor time
	letters      int           // of the typed text
	bodyLetters  int
	wrong, plain int // letters
	body         int // wrong letters of the body
	differences  []difference
}

// compare fills in what is wrong with two readings of a typed text.
func (r *report) compare(typed, got, bare string) {
	want, read, second := words(typed), words(got), words(bare)
	r.letters = len(letters(typed))
	r.differences = classify(diff(want, read), want, second)
	from, to := bodyOf(typed)
	r.bodyLetters = count(want[from:to])
	for _, d := range r.differences {
		r.wrong += d.wrong
		if from < d.at+len(d.want) && d.at < to {
			r.body += d.wrong
		}
	}
	for _, h := range diff(want, second) {
		r.plain += distance([]rune(strings.Join(h.want, "")), []rune(strings.Join(h.got, "")))
	}
}

func count(words []string) (n int) {
	for _, w := range words {
		n += len([]rune(w))
	}
	return n
}

var (
	dated      = regexp.MustCompile(`(?m)^.*\bngay\b.*\bthang\b.*\bnam\b.*$`)
	recipients = regexp.MustCompile(`(?m)^noi nhan\b`)
)

// headLines is how many lines a letterhead has at the most.
const headLines = 12

// bodyOf gives the words of a text from the line after the letterhead's date to the recipients.
func bodyOf(typed string) (from, to int) {
	to = len(words(typed))
	n := 0
	for i, line := range strings.Split(viet.NFC(typed), "\n") {
		flat := strings.ToLower(document.FoldASCII(strings.TrimSpace(line)))
		before := n
		n += len(words(line))
		if i < headLines && from == 0 && dated.MatchString(flat) {
			from = n
		}
		if recipients.MatchString(flat) {
			to = before
		}
	}
	return from, max(from, to)
}

func share(wrong, letters int) float64 { return 100 * float64(wrong) / float64(max(letters, 1)) }

func printRates(w io.Writer, all []report) {
	fmt.Fprintln(w, "| scan | pages | plain Tesseract, 200 dpi | s a page | soichi | of the body | s a page |\n| --- | --- | --- | --- | --- | --- | --- |")
	for _, r := range all {
		each := func(d time.Duration) float64 { return d.Seconds() / float64(max(r.pages, 1)) }
		fmt.Fprintf(w, "| %s | %d | %.2f %% | %.1f | %.2f %% | %.2f %% | %.1f |\n", r.name, r.pages,
			share(r.plain, r.letters), each(r.theirs), share(r.wrong, r.letters), share(r.body, r.bodyLetters), each(r.ours))
	}
}

func printClasses(w io.Writer, all []report) {
	fmt.Fprint(w, "\n| scan |")
	for _, c := range classes {
		fmt.Fprintf(w, " %s |", c)
	}
	fmt.Fprintln(w, "\n| --- |"+strings.Repeat(" --- |", len(classes)))
	for _, r := range all {
		sum := map[class]int{}
		for _, d := range r.differences {
			sum[d.class] += d.wrong
		}
		fmt.Fprintf(w, "| %s |", r.name)
		for _, c := range classes {
			fmt.Fprintf(w, " %.2f %% |", share(sum[c], r.letters))
		}
		fmt.Fprintln(w)
	}
}

func printWords(w io.Writer, all []report) {
	for _, r := range all {
		fmt.Fprintf(w, "\n%s\n", r.name)
		for _, d := range r.differences {
			fmt.Fprintf(w, "%s\t%d\t%d\t%s\t%s\n", d.class, d.wrong, d.at, strings.Join(d.want, " "), strings.Join(d.got, " "))
		}
	}
}

// letters keeps the letters and figures of a text.
func letters(s string) []rune {
	var out []rune
	for _, r := range viet.NFC(s) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out = append(out, r)
		}
	}
	return out
}

// distance is the Levenshtein distance of two rows of letters.
func distance(w, g []rune) int {
	row := make([]int, len(g)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range w {
		last := row[0]
		row[0] = i + 1
		for j, y := range g {
			cost := last
			if x != y {
				cost++
			}
			last, row[j+1] = row[j+1], min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(g)]
}

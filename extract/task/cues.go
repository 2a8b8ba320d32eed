package task

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed cues.tsv
var cueTable string

//go:embed kinds.tsv
var kindTable string

// mode says where a kind of document may have tasks; see kinds.tsv.
type mode int

const (
	none mode = iota
	open
	assigned
	sections
	charges
)

var modes = map[string]mode{"open": open, "assigned": assigned, "sections": sections, "charges": charges}

// class is a use of a phrase; see cues.tsv.
type class int

const (
	head class = iota
	group
	nohead
	many
	place
	concrete
	office
	apart
	must
	how
	verb
	start
	noun
	org
	ask
	stop
	frame
	skip
	fund
	hard
	take
	future
	trait
	aim
	classes
)

var classNames = map[string]class{
	"head": head, "group": group, "nohead": nohead, "many": many, "place": place, "concrete": concrete, "office": office,
	"apart": apart, "must": must, "how": how, "verb": verb, "start": start, "noun": noun, "org": org, "ask": ask,
	"stop": stop, "frame": frame, "skip": skip, "fund": fund, "hard": hard, "take": take, "future": future, "trait": trait, "aim": aim,
}

// cue is one phrase of a class and the words that must not stand right before and right after it.
type cue struct {
	phrase    string
	notAfter  []string
	notBefore []string
}

// before tells whether one of the words follows that make the phrase at the beginning of low part of another one.
func (q cue) before(low string) bool {
	if len(q.notBefore) == 0 {
		return false
	}
	return slices.Contains(q.notBefore, firstWord(strings.TrimLeft(low[len(q.phrase):], " \u00a0")))
}

// entry holds the phrases that share their first word, by class, longer ones first.
type entry [classes][]cue

// lexicon holds the tables.
type lexicon struct {
	first map[string]*entry
	opens [pairs]bool         // whether a word may be in first, which costs less to ask
	nouns map[string][]string // the phrases of class noun by their last word
	mode  map[string]mode
}

var words = sync.OnceValue(func() *lexicon {
	l := &lexicon{first: map[string]*entry{}, nouns: map[string][]string{}, mode: map[string]mode{}}
	for _, col := range rows(cueTable) {
		c := cue{phrase: col[1]}
		if len(col) > 2 {
			c.notAfter = strings.Split(col[2], ",")
		}
		if len(col) > 3 {
			c.notBefore = strings.Split(col[3], ",")
		}
		l.put(classNames[col[0]], c)
	}
	for _, e := range l.first {
		for _, list := range e {
			slices.SortStableFunc(list, func(a, b cue) int { return len(b.phrase) - len(a.phrase) })
		}
	}
	for _, col := range rows(kindTable) {
		l.mode[col[0]] = modes[col[1]]
	}
	return l
})

func (l *lexicon) put(c class, q cue) {
	if c == noun {
		last := lastWord(q.phrase)
		l.nouns[last] = append(l.nouns[last], q.phrase)
		return
	}
	word := firstWord(q.phrase)
	if l.first[word] == nil {
		l.first[word] = &entry{}
		l.opens[pair(word)] = true
	}
	l.first[word][c] = append(l.first[word][c], q)
}

// rows cuts a table into its lines and columns, comments left out.
func rows(table string) [][]string {
	var out [][]string
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\n")
		if line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}

// at returns the longest phrase of a class that low begins with.
func (e *entry) at(c class, low string) (cue, bool) {
	if e == nil {
		return cue{}, false
	}
	for _, q := range e[c] {
		if strings.HasPrefix(low, q.phrase) && wordEnd(low, len(q.phrase)) {
			return q, true
		}
	}
	return cue{}, false
}

// entry gives the phrases that may stand where low begins, nil if there are none.
func (l *lexicon) entry(low string) *entry {
	word := firstWord(low)
	if word == "" || !l.opens[pair(word)] {
		return nil
	}
	return l.first[word]
}

// at returns the longest phrase of a class that low begins with.
func (l *lexicon) at(c class, low string) (cue, bool) { return l.entry(low).at(c, low) }

// has tells whether low begins with a phrase of one of the classes.
func (l *lexicon) has(low string, list ...class) bool {
	e := l.entry(low)
	for _, c := range list {
		if _, ok := e.at(c, low); ok {
			return true
		}
	}
	return false
}

// endsInNoun tells whether low ends in a word that turns a verb after it into a noun.
func (l *lexicon) endsInNoun(low string) bool {
	low = strings.TrimRight(low, " \u00a0")
	for _, phrase := range l.nouns[lastWord(low)] {
		if rest, ok := strings.CutSuffix(low, phrase); ok && (rest == "" || !unicode.IsLetter(lastRune(rest))) {
			return true
		}
	}
	return false
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// startsVerb tells whether a clause begins with what is to be done.
func startsVerb(low string) bool {
	return words().has(low, verb, must, how, start) && !(strings.HasPrefix(low, "tổ chức") && organisation.MatchString(low))
}

// organisation matches the noun where it begins a clause: "Tổ chức, cá nhân tham gia …".
var organisation = regexp.MustCompile(`^tổ chức(?:,| và)? (?:cá nhân|đơn vị|cơ quan|doanh nghiệp|chính trị|tín dụng|xã hội)(?:[\s,]|$)`)

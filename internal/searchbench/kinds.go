package main

import "strings"

// kind is a kind of query: how to write one, for the index and for FTS5.
type kind struct {
	name  string
	write func(w *writer) (ours, theirs string)
	sql   string
	how   how
}

// how is what a query is asked for.
type how int

// A query gives results, also by other names of what it names, results with marked passages, or suggestions.
const (
	searched how = iota
	named
	marked
	suggested
)

var kinds = []kind{
	{"rare term", func(w *writer) (string, string) { return all(w.among(len(w.words)-500, len(w.words))) }, ftsRanked, searched},
	{"common term", func(w *writer) (string, string) { return all(w.among(0, 30)) }, ftsRanked, searched},
	{"four words", func(w *writer) (string, string) { return all(w.word() + " " + w.word()) }, ftsRanked, searched},
	{"sentence", sentence, ftsRanked, searched},
	{"phrase", phrase, ftsRanked, searched},
	{"body name", bodyName, ftsRanked, named},
	{"boolean", boolean, ftsRanked, searched},
	{"facet", func(w *writer) (string, string) { return all(w.among(0, 30)) }, ftsFacets, searched},
	{"prefix", prefix, ftsRanked, suggested},
	{"highlight", phrase, ftsMarked, marked},
}

// all asks for all words.
func all(words string) (ours, theirs string) {
	return words, quoted(strings.Fields(words), " ")
}

// phrase asks for two words, of two syllables mostly, that may stand together.
func phrase(w *writer) (ours, theirs string) {
	words := w.among(0, 130) + " " + w.among(0, 130)
	return `"` + words + `"`, `"` + words + `"`
}

// bodyName asks for two words and a body, by its name and by its other names. Bars separate the names and the words.
func bodyName(w *writer) (ours, theirs string) {
	words, names := w.word()+" "+w.word(), w.body()
	return words + "|" + strings.Join(names, "|"), quoted(strings.Fields(words), " ") + " AND (" + quoted(names, " OR ") + ")"
}

// sentence is one that a person might paste. FTS5 is asked for any of its words, which is the nearest it has.
func sentence(w *writer) (ours, theirs string) {
	words := strings.Fields(strings.NewReplacer("/", " ", "-", " ", ".", " ").Replace(w.sentence()))
	return strings.Join(words, " "), quoted(words, " OR ")
}

func boolean(w *writer) (ours, theirs string) {
	must, not := strings.Fields(w.word()), strings.Fields(w.among(0, 10))[0]
	return "+" + strings.Join(must, " +") + " -" + not, quoted(must, " AND ") + " NOT " + quoted([]string{not}, "")
}

// prefix is what a person has typed so far of a word: the program suggests what it may become.
func prefix(w *writer) (ours, theirs string) {
	syllable := []rune(strings.Fields(w.word())[0])
	begun := string(syllable[:min(len(syllable), 2+w.rng.IntN(2))])
	return begun, `"` + begun + `"*`
}

func quoted(words []string, between string) string {
	return `"` + strings.Join(words, `"`+between+`"`) + `"`
}

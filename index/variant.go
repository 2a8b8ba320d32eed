package index

import (
	bquery "github.com/blevesearch/bleve/v2/search/query"

	"github.com/soichi/soichi/query"
)

// otherShare is what a match of another name counts of a match of the name that was typed. What both ask for, the words
// beside the name, loses only keptLoss.
const (
	otherShare = 0.5
	keptLoss   = 0.1
)

// literalFirst is the score of what was typed where nothing else is scored: it only has to be above that of other names.
const literalFirst = 0.001

// variant compiles a name and the other names of what it means. Other names are looked for by words and pairs alone, never
// as a document's own symbol, and their score is scaled so that a document with the name as typed comes first: a long name
// would else outweigh its abbreviation.
func (c *compiler) variant(v query.Variant) bquery.Query {
	before := len(c.scoring)
	alts := []bquery.Query{c.node(v.Node)}
	typed := c.scoring[before:]
	literal := weightOf(typed)
	groups := [][]*wordsQuery{typed}
	outer := c.other
	c.other = true
	for _, n := range v.Others {
		before := len(c.scoring)
		alts = append(alts, c.node(n))
		added := c.scoring[before:]
		groups = append(groups, added)
		share := otherShare + (1-keptLoss-otherShare)*kept(typed, added)
		if w := weightOf(added); w > literal*share {
			scale(added, literal*share/w)
		}
	}
	c.other, c.groups = outer, groups
	if literal == 0 {
		alts[0] = fixed(alts[0], literalFirst)
	}
	return &bestQuery{alts}
}

// What a preferred value counts, where a folded syllable in the body counts 1.
const (
	kindBoost   = 3
	issuerBoost = 1.2
)

// preferred gives the parts of words queries that raise documents with the values of fields.
func preferred(fields []query.Field) []part {
	var out []part
	for _, f := range fields {
		switch f.Name {
		case "kind":
			out = append(out, part{fKind, f.Value, kindBoost, false})
		case "issuer":
			out = append(out, part{fIssuerKey, key(f.Value), issuerBoost, false})
		}
	}
	return out
}

// kept gives the share of the terms of a that are terms of b too.
func kept(a, b []*wordsQuery) float64 {
	in := map[[2]string]bool{}
	for _, q := range b {
		for _, p := range q.parts {
			in[[2]string{p.field, p.term}] = true
		}
	}
	all, both := 0.0, 0.0
	for _, q := range a {
		for _, p := range q.parts {
			all++
			if in[[2]string{p.field, p.term}] {
				both++
			}
		}
	}
	return both / max(all, 1)
}

// weightOf gives the most that words queries count together, before the rarity of their terms.
func weightOf(list []*wordsQuery) float64 {
	sum := 0.0
	for _, q := range list {
		for _, p := range q.parts {
			sum += p.weight
		}
	}
	return sum
}

func scale(list []*wordsQuery, by float64) {
	for _, q := range list {
		for i := range q.parts {
			q.parts[i].weight *= by
		}
	}
}

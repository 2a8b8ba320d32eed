package graph

import (
	"fmt"
	"iter"
	"runtime"
	"testing"

	"github.com/soichi/soichi/document"
)

// bigLibrary makes n documents with ten citations each: a tenth are directives of national bodies, the rest papers of 63
// provinces whose numbers come back in every province and year. A third of the citations are of what is not held, a
// third lack the date or the issuer.
func bigLibrary(n int) []Card {
	var out []Card
	for c := range papers(n) {
		out = append(out, c)
	}
	return out
}

// papers makes them one by one, as a store gives its own.
func papers(n int) iter.Seq2[Card, error] {
	return func(yield func(Card, error) bool) {
		for i := range n {
			if !yield(paper(i, n), nil) {
				return
			}
		}
	}
}

func paper(i, n int) Card {
	on := fmt.Sprintf("%d-%02d-%02d", 2010+i%15, 1+i/15%12, 1+i/180%28)
	c := Card{ID: fmt.Sprintf("d%06d", i), IssuedOn: on, Title: "văn bản"}
	c.Kind, c.Symbol, c.Issuer = numbered(i)
	c.URN = document.URN(c.Issuer, c.Kind, on, c.Symbol) + fmt.Sprint(i)
	for j := range 10 {
		to := (i*7919 + j*104729) % (n + n/2)
		kind, symbol, issuer := numbered(to)
		day := fmt.Sprintf("%d-%02d-%02d", 2010+to%15, 1+to/15%12, 1+to/180%28)
		switch j % 3 {
		case 1:
			day = day[:4]
		case 2:
			issuer = ""
		}
		mention := cite(kind, symbol, issuer, day, document.Implements)
		mention.Span = document.Span{Start: 100 * j, End: 100*j + 60, Exact: kind + " số " + symbol + " ngày " + day + " của " + issuer}
		c.Citations = append(c.Citations, mention)
	}
	return c
}

func numbered(i int) (kind, symbol, issuer string) {
	if i%10 == 0 {
		return "chi_thi", fmt.Sprintf("%d/CT-TTg", 1+i/10%900), pm
	}
	return "ke_hoach", fmt.Sprintf("%d/KH-UBND", 1+i/10%2000), fmt.Sprintf("Ủy ban nhân dân tỉnh Số %d", i%63)
}

// BenchmarkBuild is the full link pass over 100,000 documents with 1,000,000 citations: under 60 s and 1 GB is wanted.
// MB-taken is the most that the process ever had of the system.
func BenchmarkBuild(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		g, err := BuildFrom(papers(100_000), names{}, nil)
		if err != nil {
			b.Fatal(err)
		}
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		b.ReportMetric(float64(m.Sys)/1e6, "MB-taken")
		runtime.GC()
		runtime.ReadMemStats(&m)
		b.ReportMetric(float64(m.HeapAlloc)/1e6, "MB-held")
		links := 0
		for _, told := range g.told {
			links += len(told)
		}
		b.ReportMetric(float64(links), "links")
	}
}

// BenchmarkTrace is one trace in such a library.
func BenchmarkTrace(b *testing.B) {
	g := Build(bigLibrary(20_000), names{}, nil)
	for b.Loop() {
		g.Trace("d000100", TraceOptions{Depth: 3})
	}
}

// BenchmarkUpdate links one new document with ten citations in a library of 100,000: under 50 ms is wanted. Every second
// one is cited already, and heals.
func BenchmarkUpdate(b *testing.B) {
	const held = 100_000
	all := bigLibrary(held + 2000)
	g := Build(all[:held], names{}, nil)
	b.ResetTimer()
	for i := 0; b.Loop(); i++ {
		g.Update(all[held+i%2000:held+i%2000+1], nil, nil)
	}
}

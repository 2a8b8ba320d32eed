package graph

import (
	"fmt"
	"runtime"
	"testing"

	"github.com/soichi/soichi/document"
)

// bigLibrary makes n documents with ten citations each: a tenth are directives of national bodies, the rest papers of 63
// provinces whose numbers come back in every province and year. A third of the citations are of what is not held, a
// third lack the date or the issuer.
func bigLibrary(n int) []Card {
	out := make([]Card, 0, n)
	for i := range n {
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
			c.Citations = append(c.Citations, cite(kind, symbol, issuer, day, document.Implements))
		}
		out = append(out, c)
	}
	return out
}

func numbered(i int) (kind, symbol, issuer string) {
	if i%10 == 0 {
		return "chi_thi", fmt.Sprintf("%d/CT-TTg", 1+i/10%900), pm
	}
	return "ke_hoach", fmt.Sprintf("%d/KH-UBND", 1+i/10%2000), fmt.Sprintf("Ủy ban nhân dân tỉnh Số %d", i%63)
}

// BenchmarkBuild is the full link pass over 100,000 documents with 1,000,000 citations: under 60 s and 1 GB is wanted.
func BenchmarkBuild(b *testing.B) {
	all := bigLibrary(100_000)
	b.ReportAllocs()
	for b.Loop() {
		g := Build(all, names{}, nil)
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		b.ReportMetric(float64(m.HeapAlloc)/1e6, "MB-held")
		b.ReportMetric(float64(len(g.Links())), "links")
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

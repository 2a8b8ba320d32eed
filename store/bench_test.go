package store

import (
	"fmt"
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
)

// page is about as long as a directive of three pages, 8 kB.
var page = strings.Repeat("Các đơn vị chủ động xây dựng kế hoạch, tổ chức thực hiện nghiêm túc và báo cáo kết quả.\n", 72)

// rich makes a directive of a page's text with eight citations and a dozen sections that quote it.
func rich(i int) *document.Document {
	d := doc(abs(fmt.Sprint(i)), fmt.Sprint(i), fmt.Sprintf("chủ đề số %d", i))
	d.Text += "\n" + page
	whole := document.NewRuler(d.Text).Span(document.Range{End: len(d.Text)})
	for n := range 12 {
		d.Sections = append(d.Sections, document.Section{Path: fmt.Sprint(n), Label: "1.", Span: whole})
	}
	for len(d.Citations) < 8 {
		d.Citations = append(d.Citations, d.Citations[0])
	}
	return d
}

// BenchmarkPut is one acknowledged document: extraction packed, transaction synced to disk.
func BenchmarkPut(b *testing.B) {
	s := open(b, b.TempDir())
	i := 0
	for b.Loop() {
		i++
		d := rich(i)
		if _, _, err := s.Put(ctx, d, []byte(d.Text), old, version); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(len(d.Text)))
	}
}

// BenchmarkRead reads what 2,000 documents hold in the three ways in which it is read.
func BenchmarkRead(b *testing.B) {
	const n = 2000
	s := open(b, b.TempDir())
	var ids []string
	for i := range n {
		d := rich(i)
		id, _, err := s.Put(ctx, d, []byte(d.Text), old, version)
		if err != nil {
			b.Fatal(err)
		}
		ids = append(ids, id)
	}
	b.Run("Cards", func(b *testing.B) { // all of them
		for b.Loop() {
			for _, err := range s.Cards(ctx) {
				if err != nil {
					b.Fatal(err)
				}
			}
		}
		b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/n, "µs/card")
	})
	i := 0
	b.Run("Get", func(b *testing.B) {
		for b.Loop() {
			i++
			if _, err := s.Get(ctx, ids[i%n]); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("GetText", func(b *testing.B) {
		for b.Loop() {
			i++
			if _, err := s.GetText(ctx, ids[i%n]); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("List", func(b *testing.B) { // a page of 20
		for b.Loop() {
			if _, _, err := s.List(ctx, Filter{Kind: "chi_thi"}, 20, 100); err != nil {
				b.Fatal(err)
			}
		}
	})
}

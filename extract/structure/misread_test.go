package structure

import (
	"fmt"
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
)

// scanned parses printed lines, as OCR gives them.
func scanned(content string) *Outline {
	return Parse(normalize.NewView(&document.Text{Content: content, Wrapped: true}))
}

// TestMisreadLabels holds that a label which OCR read wrongly is told from the labels around it, and nothing else is.
func TestMisreadLabels(t *testing.T) {
	const head = "CHỈ THỊ\nVề việc phòng dịch\n"
	for _, tc := range []struct {
		name, body string
		want       string // paths and first words of the numbered paragraphs
	}{
		{"the first number as a letter", "Chủ tịch yêu cầu các sở:\nl. Sở Y tế trực.\n2. Sở Xây dựng trực.", "1:Sở 2:Sở"},
		{"a number as a letter with marks", "7. Sở Y tế trực.\nö. Sở Xây dựng trực.\n9. Công an tỉnh trực.", "7:Sở 8:Sở 9:Công"},
		{"a number as a sign, points between", "7. Sở Y tế:\na) Trực đêm.\nb) Trực ngày.\n§. Sở Xây dựng trực.\n9. Công an tỉnh trực.", "7:Sở 7.a:Trực 7.b:Trực 8:Sở 9:Công"},
		{"the last point as a foreign letter", "1. Sở Y tế:\na) Trực đêm.\nb) Trực ngày.\nø) Chủ trì diễn tập.\n2. Công an tỉnh trực.", "1:Sở 1.a:Trực 1.b:Trực 1.c:Chủ 2:Công"},
		{"a point with the wrong bracket", "1. Sở Y tế:\na) Trực đêm.\nb} Trực ngày.\nc) Chủ trì diễn tập.", "1:Sở 1.a:Trực 1.b:Trực 1.c:Chủ"},
		{"dust before a label", "1. Sở Y tế:\na) Trực đêm.\n—_ b) Trực ngày.\n_ 2. Công an tỉnh trực.", "1:Sở 1.a:Trực 1.b:Trực 2:Công"},
		{"a list that goes on past l", "1. Sở Y tế:\nk) Trực đêm.\nl) Trực ngày.\nm) Trực lễ.\n2. Công an tỉnh trực.", "1:Sở 1.k:Trực 1.l:Trực 1.m:Trực 2:Công"},
		{"an abbreviation is no label", "1. Sở Y tế trực.\nTP. Sông Lam trực đêm.\n2. Công an tỉnh trực.", "1:Sở 2:Công"},
		{"nothing is missing", "1. Sở Y tế trực.\nÔ. Văn An trực đêm.\n2. Công an tỉnh trực.", "1:Sở 2:Công"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			o := scanned(head + tc.body)
			var got []string
			for _, b := range o.Blocks {
				if numbered(b) {
					got = append(got, fmt.Sprintf("%s:%s", b.Path, strings.Fields(o.Text(b))[0]))
				}
			}
			if g := strings.Join(got, " "); g != tc.want {
				t.Errorf("got %s, want %s", g, tc.want)
			}
		})
	}
}

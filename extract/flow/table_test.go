package flow

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/extract/readtest"
)

// tableOf makes a table of texts: "a>2" covers two columns, "^" goes on with the cell above.
func tableOf(rows ...[]string) *Table {
	t := &Table{}
	for _, r := range rows {
		var row Row
		for _, text := range r {
			c := Cell{}
			if text == "^" {
				c.Continues = true
			} else {
				text, wide := strings.CutSuffix(text, ">2")
				c.Blocks = []Block{Para(text)}
				if wide {
					c.Span = 2
				}
			}
			row.Cells = append(row.Cells, c)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func TestKindsOfTables(t *testing.T) {
	long := strings.Repeat("Tổ chức thực hiện nghiêm túc. ", 5)
	for _, c := range []struct {
		name             string
		table            *Table
		head, data, seen bool // lays out a letterhead, is data, has a head row
	}{
		{"a letterhead", tableOf([]string{"UBND TỈNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"}, []string{"Số: 5", "Hà Nội, ngày 2"}), true, true, true},
		{"a letterhead of the Party", tableOf([]string{"TỈNH ỦY", "ĐẢNG CỘNG SẢN VIỆT NAM"}), true, false, false},
		{"a signature block", tableOf([]string{"Nơi nhận:", "CHỦ TỊCH"}), true, false, false},
		{"two columns of prose", tableOf([]string{long, long}, []string{long, long}), true, true, false},
		{"an annex", tableOf([]string{"TT", "Nội dung", "Chủ trì"}, []string{"1", "kênh", "Sở"}), false, true, true},
		{"the motto in a cell of a long table", tableOf(slices.Repeat([][]string{{"a", "độc lập tự do", "c"}}, 9)...), false, true, true},
		{"one column", tableOf([]string{"a"}, []string{"b"}), false, false, false},
		{"one row", tableOf([]string{"a", "b", "c"}), false, false, false},
		{"numbers from the first row on", tableOf([]string{"1", "2", "3"}, []string{"4", "5", "6"}), false, true, false},
		{"nothing", tableOf(), false, false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := isLetterhead(c.table); got != c.head {
				t.Errorf("letterhead %v", got)
			}
			if got := isData(c.table); got != c.data {
				t.Errorf("data %v", got)
			}
			if got := hasHead(c.table); got != c.seen {
				t.Errorf("head %v", got)
			}
		})
	}
}

func TestCells(t *testing.T) {
	for _, c := range []struct {
		name  string
		table *Table
		text  string
		want  []string
	}{
		{
			"merged down", tableOf([]string{"TT", "Nội dung", "Chủ trì"}, []string{"1", "kênh", "Sở"}, []string{"2", "mương", "^"}, []string{"3", "cống", "^"}),
			"TT | Nội dung | Chủ trì\n1 | kênh | Sở\n2 | mương | \n3 | cống | \n",
			[]string{"TT,Nội dung,Chủ trì", "1,kênh,Sở", "2,mương,Sở", "3,cống,Sở"},
		},
		{
			"merged over columns", tableOf([]string{"TT", "Thời gian>2", "Ghi chú"}, []string{"1", "đầu", "cuối", "x"}),
			"TT | Thời gian | Ghi chú\n1 | đầu | cuối | x\n",
			[]string{"TT,Thời gian,Thời gian,Ghi chú", "1,đầu,cuối,x"},
		},
		{
			"a group row parts the merged cells", tableOf([]string{"TT", "Nội dung", "Chủ trì"}, []string{"1", "kênh", "Sở"}, []string{"II", "Nhóm hai>2"}, []string{"2", "mương", "^"}),
			"TT | Nội dung | Chủ trì\n1 | kênh | Sở\nII | Nhóm hai\n2 | mương | \n",
			[]string{"TT,Nội dung,Chủ trì", "1,kênh,Sở", "II,Nhóm hai", "2,mương,Sở"},
		},
		{
			"rows of nothing", tableOf([]string{"TT", "b", "c"}, []string{"", "", ""}, []string{"1", "x", ""}),
			"TT | b | c\n1 | x | \n", []string{"TT,b,c", "1,x,"},
		},
		{
			"goes on with nothing", tableOf([]string{"TT", "b", "^"}, []string{"1", "x", "y"}),
			"TT | b | \n1 | x | y\n", []string{"TT,b,", "1,x,y"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := Document{Blocks: []Block{{Table: c.table}}}
			text := d.Text()
			if text.Content != c.text || len(text.Tables) != 1 {
				t.Fatalf("got %q, tables %+v", text.Content, text.Tables)
			}
			var got []string
			for _, row := range text.Tables[0].Rows {
				var cells []string
				for _, rg := range row.Cells {
					cells = append(cells, rg.In(text.Content))
				}
				got = append(got, strings.Join(cells, ","))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if !text.Tables[0].Rows[0].Header {
				t.Error("the first row is no head")
			}
		})
	}
}

// Whatever a table holds, the text keeps the promises of document.Text, and no cell's words are lost.
func TestTablesProperties(t *testing.T) {
	cell := rapid.Custom(func(t *rapid.T) Cell {
		return Cell{
			Blocks:    []Block{Para(rapid.SampledFrom([]string{"", "TT", "1", "kênh mương", "Nơi nhận:", "Độc lập - Tự do"}).Draw(t, "text"))},
			Span:      rapid.IntRange(-1, 400).Draw(t, "span"),
			Continues: rapid.Bool().Draw(t, "continues"),
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		table := &Table{Rows: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Row {
			return Row{Cells: rapid.SliceOfN(cell, 0, 5).Draw(t, "cells"), Header: rapid.Bool().Draw(t, "header")}
		}), 0, 6).Draw(t, "rows")}
		d := Document{Blocks: []Block{{Table: table}}}
		text := d.Text()
		if err := readtest.Check(&read.Result{Text: text}); err != nil {
			t.Fatal(err)
		}
		words := 0
		for _, r := range table.Rows {
			for _, c := range r.Cells {
				words += len(strings.Fields(c.plain()))
			}
		}
		if got := len(strings.Fields(strings.ReplaceAll(text.Content, "|", " "))); got != words {
			t.Fatalf("%d words, the cells have %d:\n%s", got, words, text.Content)
		}
		for _, tb := range text.Tables {
			for _, row := range tb.Rows {
				if len(row.Cells) > maxColumns+5 {
					t.Fatalf("%d columns", len(row.Cells))
				}
			}
		}
	})
}

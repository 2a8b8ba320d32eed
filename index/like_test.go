package index

import (
	"slices"
	"strings"
	"testing"
)

func TestLike(t *testing.T) {
	forest := "phòng cháy chữa cháy rừng, trực cháy rừng, kiểm lâm"
	desk := "dịch vụ công trực tuyến, hồ sơ trực tuyến, một cửa"
	docs := []Doc{
		{ID: "forest1", Title: "Phòng cháy rừng", Body: "Kế hoạch " + forest},
		{ID: "forest2", Title: "Chữa cháy rừng", Body: "Báo cáo của sở: " + forest},
		{ID: "forest3", Body: "Tin: cháy rừng ở tỉnh, kiểm lâm trực cháy rừng"},
		{ID: "desk1", Title: "Dịch vụ công", Body: "Kế hoạch " + desk},
		{ID: "desk2", Title: "Dịch vụ công", Body: "Báo cáo " + desk},
		{ID: "alone", Body: "Thơ lục bát vịnh mùa thu"},
	}
	x := opened(t, docs...)
	for _, c := range []struct {
		id    string
		limit int
		want  string
	}{
		{"forest1", 10, "forest2 forest3"},
		{"forest2", 1, "forest1"},
		{"desk1", 10, "desk2"},
		{"alone", 10, ""},
	} {
		d := docs[slices.IndexFunc(docs, func(d Doc) bool { return d.ID == c.id })]
		hits, err := x.Like(t.Context(), d, c.limit)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for i, h := range hits {
			got = append(got, h.ID)
			if i > 0 && h.Score > hits[i-1].Score {
				t.Errorf("%s: %s is likelier than what stands before it", c.id, h.ID)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("like %s: %q, want %q", c.id, s, c.want)
		}
	}
	if hits, err := x.Like(t.Context(), Doc{ID: "new", Body: "cháy rừng, kiểm lâm"}, 10); err != nil || len(hits) != 3 {
		t.Errorf("a document that is not indexed: %v, %v", hits, err)
	}
	if hits, err := x.Like(t.Context(), Doc{ID: "empty"}, 10); err != nil || len(hits) != 0 {
		t.Errorf("a document without text: %v, %v", hits, err)
	}
}

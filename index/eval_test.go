package index

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/query"
)

// question is one query of an evaluation with the documents that answer it.
type question struct {
	Text   string
	Wanted map[string]bool
}

// scores are the measures of an evaluation at depth 10, means over all questions.
type scores struct{ Recall, MRR, NDCG float64 }

func (s scores) String() string {
	return fmt.Sprintf("recall@10 %.3f, MRR@10 %.3f, nDCG@10 %.3f", s.Recall, s.MRR, s.NDCG)
}

// evaluate asks all questions. Recall is the share of the wanted documents that are among the first ten.
func evaluate(questions []question, ask func(string) []string) scores {
	var s scores
	for _, q := range questions {
		found, dcg, ideal := 0, 0.0, 0.0
		first := 0
		for i, id := range ask(q.Text) {
			if i >= 10 || !q.Wanted[id] {
				continue
			}
			found++
			dcg += 1 / math.Log2(float64(i)+2)
			if first == 0 {
				first = i + 1
			}
		}
		for i := range min(len(q.Wanted), 10) {
			ideal += 1 / math.Log2(float64(i)+2)
		}
		s.Recall += float64(found) / float64(len(q.Wanted))
		s.NDCG += dcg / ideal
		if first > 0 {
			s.MRR += 1 / float64(first)
		}
	}
	n := float64(len(questions))
	return scores{s.Recall / n, s.MRR / n, s.NDCG / n}
}

// asker asks an index for the text of a question, as a person who pastes it would.
func asker(t testing.TB, x *Index) func(string) []string {
	return func(text string) []string {
		n, err := query.Parse(plain(text))
		if err != nil {
			t.Fatal(err)
		}
		r, err := x.Search(t.Context(), Request{Query: n})
		if err != nil {
			t.Fatal(err)
		}
		return strings.Fields(ids(r))
	}
}

// plain takes the signs of the query language out of a sentence.
func plain(s string) string {
	return strings.NewReplacer(`"`, " ", "“", " ", "”", " ", "(", " ", ")", " ", ":", " ", "|", " ").Replace(s)
}

func shared(t testing.TB, name string) []byte {
	dir := os.Getenv("SOICHI_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared")
	}
	b, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Skip("no shared corpus:", err)
	}
	return b
}

// retrieval reads the articles and questions of the shared retrieval corpus. An article is a document whose title is the
// law's name and the article's heading.
func retrieval(t testing.TB) ([]Doc, []question) {
	var laws []struct {
		ID       string
		Articles []struct{ ID, Text string }
	}
	var raw []struct {
		Text     string
		Relevant []struct {
			Law     string `json:"law_id"`
			Article string `json:"article_id"`
		}
	}
	for name, to := range map[string]any{"laws": &laws, "questions": &raw} {
		if err := json.Unmarshal(shared(t, "corpus/retrieval/"+name+".json"), to); err != nil {
			t.Fatal(err)
		}
	}
	id := func(law, article string) string { return strings.ReplaceAll(law, " ", "_") + "#" + article }
	var docs []Doc
	for _, l := range laws {
		for _, a := range l.Articles {
			heading, _, _ := strings.Cut(a.Text, "\n")
			docs = append(docs, Doc{ID: id(l.ID, a.ID), Kind: "luat", Title: l.ID + ". Điều " + a.ID + ". " + heading, Body: a.Text})
		}
	}
	var questions []question
	for _, q := range raw {
		wanted := map[string]bool{}
		for _, r := range q.Relevant {
			wanted[id(r.Law, r.Article)] = true
		}
		questions = append(questions, question{q.Text, wanted})
	}
	return docs, questions
}

// Every spelling of a pair finds the same document first.
func TestSpellings(t *testing.T) {
	x := openWorld(t, world())
	pairs := []struct{ name, a, b, want string }{
		{"marks", "bảo vệ rừng", "bao ve rung", "ct19old"},
		{"half of the marks", "bảo vệ rừng", "bảo ve rừng", "ct19old"},
		{"capitals", "bảo vệ rừng", "BẢO VỆ RỪNG", "ct19old"},
		{"tone place", "hòa giải", "hoà giải", "bcsd"},
		{"decomposed", "hòa giải", norm.NFD.String("hòa giải"), "bcsd"},
		{"Icelandic eth", "đồng chí cán bộ", "ðồng chí cán bộ", "bcsd"},
		{"blank in a symbol", "02/CT-VKSTC", "02 /CT-VKSTC", "ct02"},
		{"no zero", "02/CT-VKSTC", "2/CT-VKSTC", "ct02"},
		{"small letters", "02/CT-VKSTC", "02/ct-vkstc", "ct02"},
		{"pieces", "02/CT-VKSTC", "02 ct vkstc", "ct02"},
		{"pieces in another order", "02/CT-VKSTC", "ct 02 vkstc", "ct02"},
		{"run together", "02/CT-VKSTC", "02 ctvkstc", "ct02"},
		{"wholly run together", "02/CT-VKSTC", "02ctvkstc", "ct02"},
		{"en dash", "34-CT/TW", "34–CT/TW", "dang34"},
		{"Party's symbol in pieces", "34-CT/TW", "ct 34 tw", "dang34"},
		{"Party's symbol in the State's order", "34-CT/TW", "34/CT-TW", "dang34"},
		{"D for Đ", "109-NQ/BCSĐ", "109-NQ/BCSD", "bcsd"},
		{"kind spelled out", "16/KH-HĐTĐKT", "kế hoạch số 16", "kh16"},
		{"kind spelled out without marks", "16/KH-HĐTĐKT", "ke hoach 16", "kh16"},
		{"spoken with body", "34-CT/TW", "chỉ thị 34 ban bí thư", "dang34"},
		{"spoken with year", "02/CT-VKSTC", "chỉ thị 02 năm 2022 viện kiểm sát", "ct02"},
		{"spoken with both", "chỉ thị 19 năm 2021 thủ tướng", "chi thi so 19 nam 2021 cua thu tuong chinh phu", "ct19"},
		{"field names", "kind:nghi_quyet", "loại:nghị quyết", "bcsd"},
		{"field names without marks", "symbol:02/CT-VKSTC", "so hieu:2/ct-vkstc", "ct02"},
		{"dates", "date:2017-05-10", "ngày:10/5/2017", "ct19old"},
		{"quotes", `"bảo vệ rừng"`, "“bao ve rung”", "ct19old"},
	}
	for _, p := range pairs {
		t.Run(p.name, func(t *testing.T) {
			for _, q := range []string{p.a, p.b} {
				if got := ids(search(t, x, q, Filters{})); got != p.want && !strings.HasPrefix(got, p.want+" ") {
					t.Errorf("%s: %q, want %q first", q, got, p.want)
				}
			}
		})
	}
}

func TestRetrieval(t *testing.T) {
	docs, questions := retrieval(t)
	x := openWorld(t, docs)
	marked := evaluate(questions, asker(t, x))
	ask := asker(t, x)
	bare := evaluate(questions, func(q string) []string { return ask(document.FoldASCII(q)) })
	t.Logf("%d documents, %d questions", len(docs), len(questions))
	t.Logf("as typed:      %v", marked)
	t.Logf("without marks: %v", bare)
	if marked.Recall < 0.97 || marked.MRR < 0.91 {
		t.Errorf("ranking is worse than it was: want recall@10 0.97 and MRR@10 0.91")
	}
	if bare.Recall < marked.Recall-0.01 {
		t.Errorf("without marks more than 0.01 of recall is lost")
	}
}

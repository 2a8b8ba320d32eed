package index

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2"
	"golang.org/x/text/unicode/norm"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/index/vi"
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

// half gives the questions of even or odd place: weights are chosen by the even ones and confirmed by the odd ones.
func half(questions []question, odd int) []question {
	var out []question
	for i, q := range questions {
		if i%2 == odd {
			out = append(out, q)
		}
	}
	return out
}

// remembered asks each question once.
func remembered(ask func(string) []string) func(string) []string {
	known := map[string][]string{}
	return func(q string) []string {
		if _, ok := known[q]; !ok {
			known[q] = ask(q)
		}
		return known[q]
	}
}

func bare(ask func(string) []string) func(string) []string {
	return func(q string) []string { return ask(document.FoldASCII(q)) }
}

func TestRetrieval(t *testing.T) {
	if testing.Short() {
		t.Skip("reads all of the shared texts: not in the short run")
	}
	docs, questions := retrieval(t)
	ask := remembered(asker(t, openWorld(t, docs)))
	marked, unmarked := evaluate(questions, ask), evaluate(questions, bare(ask))
	t.Logf("%d documents, %d questions", len(docs), len(questions))
	t.Logf("as typed:                 %v", marked)
	t.Logf("  even, tuned by:         %v", evaluate(half(questions, 0), ask))
	t.Logf("  odd, held out:          %v", evaluate(half(questions, 1), ask))
	t.Logf("without marks:            %v", unmarked)
	t.Logf("Bleve, standard analyzer: %v", evaluate(questions, standardBleve(t, docs)))
	t.Logf("plain BM25 of syllables:  %v", evaluate(questions, plainBM25(docs)))
	if marked.Recall < 0.975 || marked.MRR < 0.92 {
		t.Errorf("ranking is worse than it was: want recall@10 0.975 and MRR@10 0.92")
	}
	if unmarked.Recall < marked.Recall-0.01 {
		t.Errorf("without marks more than 0.01 of recall is lost")
	}
}

// The same questions with the articles of the whole codification beside the laws that answer them.
func TestRetrievalAmongOthers(t *testing.T) {
	if testing.Short() {
		t.Skip("reads all of the shared texts: not in the short run")
	}
	docs, questions := retrieval(t)
	others := codified(t)
	ask := asker(t, openWorld(t, append(docs, others...)))
	got := evaluate(questions, ask)
	t.Logf("among %d others: %v", len(others), got)
	if got.Recall < 0.96 {
		t.Errorf("ranking among others is worse than it was: want recall@10 0.96")
	}
}

// codified reads the articles of the codification.
func codified(t testing.TB) []Doc {
	unpacked, err := gzip.NewReader(bytes.NewReader(shared(t, "corpus/codified-articles.jsonl.gz")))
	if err != nil {
		t.Fatal(err)
	}
	var docs []Doc
	for in := json.NewDecoder(unpacked); ; {
		var a struct{ ID, Title, Text, Demuc string }
		if err := in.Decode(&a); errors.Is(err, io.EOF) {
			return docs
		} else if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, Doc{ID: a.ID, Kind: "luat", Title: a.Demuc + ". " + a.Title, Body: a.Text})
	}
}

// standardBleve asks Bleve as it comes out of the box.
func standardBleve(t testing.TB, docs []Doc) func(string) []string {
	b, err := bleve.NewMemOnly(bleve.NewIndexMapping())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	batch := b.NewBatch()
	for _, d := range docs {
		if err := batch.Index(d.ID, map[string]string{"title": d.Title, "body": d.Body}); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.Batch(batch); err != nil {
		t.Fatal(err)
	}
	return func(q string) (found []string) {
		res, err := b.Search(bleve.NewSearchRequest(bleve.NewMatchQuery(q)))
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range res.Hits {
			found = append(found, h.ID)
		}
		return found
	}
}

// plainBM25 scores syllables as written, k1 1.2 and b 0.75, as textbooks have it.
func plainBM25(docs []Doc) func(string) []string {
	const k, b = 1.2, 0.75
	var tz vi.Tokenizer
	postings, lengths, mean := map[string]map[int]float64{}, make([]float64, len(docs)), 0.0
	for i, d := range docs {
		tokens := tz.Tokens(nil, d.Title+"\n"+d.Body)
		for _, tok := range tokens {
			if postings[tok.Exact] == nil {
				postings[tok.Exact] = map[int]float64{}
			}
			postings[tok.Exact][i]++
		}
		lengths[i] = float64(len(tokens))
		mean += lengths[i] / float64(len(docs))
	}
	return func(q string) (found []string) {
		scores, order := make([]float64, len(docs)), make([]int, len(docs))
		for _, tok := range tz.Tokens(nil, q) {
			df := float64(len(postings[tok.Exact]))
			idf := math.Log(1 + (float64(len(docs))-df+0.5)/(df+0.5))
			for i, f := range postings[tok.Exact] {
				scores[i] += idf * f * (k + 1) / (f + k*(1-b+b*lengths[i]/mean))
			}
		}
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(scores[y], scores[x]) })
		for _, i := range order[:10] {
			found = append(found, docs[i].ID)
		}
		return found
	}
}

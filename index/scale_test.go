package index

import (
	_ "embed"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/soichi/soichi/query"
)

//go:embed testdata/words.txt
var wordList string

// generator makes documents that are like official papers in what matters to an index: few syllables, some of them in
// every document, a long tail of rare ones, numbers and symbols.
type generator struct {
	rng   *rand.Rand
	words []string
	zipf  *rand.Zipf
	bank  []string // sentences that papers have in common
}

func newGenerator(seed uint64) *generator {
	rng := rand.New(rand.NewPCG(seed, seed))
	var words []string
	for line := range strings.Lines(wordList) {
		if !strings.HasPrefix(line, "#") {
			words = append(words, strings.TrimSpace(line))
		}
	}
	onsets := strings.Fields("b c ch d đ g gi h kh l m n ng nh ph r s t th tr v x")
	rimes := strings.Fields("a á à ả ạ an án àn ang áng ành ao áo âm ấm ầm ân ấn ăng ắng e é è en ét ê ế iên iến iện o ó ò on ong óng ô ố ồ ôn ông ộng ơ ớ ơn u ú ùng ung uyên uyền ư ứ ừ ươn ương ường")
	for range 6000 { // names and rare words of two syllables
		syllable := func() string { return onsets[rng.IntN(len(onsets))] + rimes[rng.IntN(len(rimes))] }
		words = append(words, syllable()+" "+syllable())
	}
	g := &generator{rng: rng, words: words, zipf: rand.NewZipf(rng, 1.1, 8, uint64(len(words)-1))}
	for range 8000 {
		g.bank = append(g.bank, g.sentence())
	}
	return g
}

func (g *generator) word() string { return g.words[g.zipf.Uint64()] }

func (g *generator) sentence() string {
	var b strings.Builder
	for i := range 8 + g.rng.IntN(14) {
		if i > 0 {
			b.WriteByte(' ')
		}
		switch g.rng.IntN(40) {
		case 0:
			fmt.Fprintf(&b, "ngày %d/%d/%d", 1+g.rng.IntN(28), 1+g.rng.IntN(12), 2015+g.rng.IntN(11))
		case 1:
			fmt.Fprintf(&b, "số %02d/CT-VKSTC", 1+g.rng.IntN(99))
		default:
			b.WriteString(g.word())
		}
	}
	return b.String() + ".\n"
}

// doc makes a document of about 4.7 kB, the mean of the papers that the measurements were made on, of sentences that
// others have too and, one in ten, of its own.
func (g *generator) doc(i int) Doc {
	var body strings.Builder
	for size := 2000 + g.rng.IntN(5400); body.Len() < size; {
		if g.rng.IntN(10) == 0 {
			body.WriteString(g.sentence())
		} else {
			body.WriteString(g.bank[g.rng.IntN(len(g.bank))])
		}
	}
	kinds := []string{"chi_thi", "ke_hoach", "bao_cao", "quyet_dinh"}
	return Doc{
		ID: fmt.Sprintf("d%06d", i), Symbol: fmt.Sprintf("%02d/CT-VKSTC", i%100), Kind: kinds[g.rng.IntN(4)], Issuer: "Cơ quan " + g.words[g.rng.IntN(60)],
		IssuedOn: fmt.Sprintf("%d-%02d-%02d", 2010+g.rng.IntN(16), 1+g.rng.IntN(12), 1+g.rng.IntN(28)),
		Title:    "Về việc " + strings.TrimSpace(g.sentence()), Themes: []string{"chủ đề " + g.words[g.rng.IntN(30)]}, Body: body.String(),
	}
}

// TestScale builds a large index and times queries. It is a measurement: it runs where SOICHI_SCALE says how many
// documents, and only prints.
func TestScale(t *testing.T) {
	n, err := strconv.Atoi(os.Getenv("SOICHI_SCALE"))
	if err != nil {
		t.Skip("set SOICHI_SCALE to a number of documents")
	}
	dir := t.TempDir()
	var text int
	stop := watchMemory()
	start := time.Now()
	g := newGenerator(1)
	var making time.Duration
	docs := func(yield func(Doc, error) bool) {
		for i := range n {
			at := time.Now()
			d := g.doc(i)
			making += time.Since(at)
			text += len(d.Body) + len(d.Title)
			if !yield(d, nil) {
				return
			}
		}
	}
	if err := Rebuild(t.Context(), dir, Options{}, docs, 1); err != nil {
		t.Fatal(err)
	}
	took := time.Since(start) - making
	size := folderSize(t, filepath.Join(dir, "work"))
	t.Logf("%d documents, %.1f MB of text in %v: %.0f documents/s, %.1f MB/s, index %.2f bytes a byte of text, peak memory %d MB",
		n, float64(text)/1e6, took.Round(time.Millisecond), float64(n)/took.Seconds(), float64(text)/1e6/took.Seconds(), float64(size)/float64(text), stop()/1e6)
	x, err := Open(t.Context(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	timeQueries(t, x)
}

func timeQueries(t *testing.T, x *Index) {
	g := newGenerator(2)
	kinds := []struct {
		name string
		make func() string
	}{
		{"rare word", func() string { return g.words[len(g.words)-1-g.rng.IntN(500)] }},
		{"common word", func() string { return g.words[g.rng.IntN(30)] }},
		{"four words", func() string { return g.word() + " " + g.word() + " " + g.word() + " " + g.word() }},
		{"sentence", func() string { return strings.ReplaceAll(g.sentence(), "/CT-VKSTC", "") }},
		{"phrase", func() string { return `"` + g.words[g.rng.IntN(130)] + " " + g.words[g.rng.IntN(130)] + `"` }},
		{"boolean", func() string {
			return "+" + strings.ReplaceAll(g.word(), " ", " +") + " -" + g.words[g.rng.IntN(10)][:3]
		}},
		{"word, kind and dates", func() string { return g.word() + " kind:chi_thi date:2015..2018" }},
		{"symbol", func() string { return fmt.Sprintf("%02d ct vkstc", g.rng.IntN(100)) }},
		{"everything, with facets", func() string { return "" }},
	}
	for _, k := range kinds {
		var times []time.Duration
		total := 0
		for range 200 {
			n, err := query.Parse(k.make())
			if err != nil {
				t.Fatal(err)
			}
			at := time.Now()
			r, err := x.Search(t.Context(), Request{Query: n})
			if err != nil {
				t.Fatal(err)
			}
			times = append(times, time.Since(at))
			total += r.Total
		}
		slices.Sort(times)
		ms := func(p float64) float64 { return times[int(p*float64(len(times)-1))].Seconds() * 1000 }
		t.Logf("%-24s p50 %6.2f  p95 %6.2f  p99 %6.2f ms, %d results in the mean", k.name, ms(.5), ms(.95), ms(.99), total/len(times))
	}
}

// watchMemory samples the memory that the process has from the system until the function it gives is called, which
// gives the highest value in bytes.
func watchMemory() (stop func() uint64) {
	done, result := make(chan bool), make(chan uint64)
	go func() {
		var peak uint64
		for {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			peak = max(peak, m.Sys-m.HeapReleased)
			select {
			case <-done:
				result <- peak
				return
			case <-time.After(50 * time.Millisecond):
			}
		}
	}()
	return func() uint64 { close(done); return <-result }
}

func folderSize(t *testing.T, dir string) (size int64) {
	t.Helper()
	err := filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err == nil && !e.IsDir() {
			size += info.Size()
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return size
}

func BenchmarkDocument(b *testing.B) {
	g := newGenerator(1)
	d := g.doc(1)
	var made builder
	b.SetBytes(int64(len(d.Body)))
	for b.Loop() {
		made.document(&d)
	}
}

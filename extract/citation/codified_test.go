package citation

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
)

// codifiedSource is the origin of one article of the official codification: the text cites it in full, the address
// resolves it.
type codifiedSource struct {
	Text string `json:"text"`
	URL  string `json:"url"`
}

var (
	anchorArticle = regexp.MustCompile(`Dieu_([0-9a-zđ]+(?:\.\d+)*)`)
	itemID        = regexp.MustCompile(`ItemID=(\d+)`)
)

// TestCodified parses the origins of the codified articles and compares each with its link: the article with the
// anchor, and kind and number with what the other origins of the same item say.
func TestCodified(t *testing.T) {
	f, err := os.Open(sharedDir(t, "corpus", "codified-articles.jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	in := bufio.NewScanner(z)
	in.Buffer(nil, 1<<24)
	classes := map[string]int{}
	shown := map[string]int{}
	items := map[string]map[string]int{}
	total, bare := 0, 0
	fail := func(class, text string) {
		classes[class]++
		if shown[class]++; shown[class] <= 12 {
			t.Logf("%s: %s", class, text)
		}
	}
	for in.Scan() {
		var a struct {
			Source []codifiedSource `json:"source"`
		}
		if err := json.Unmarshal(in.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		for _, s := range a.Source {
			if !strings.HasPrefix(s.Text, "(") {
				bare++ // "Điều 1": the amending article, whose document only the address names
				continue
			}
			total++
			got := extractText(s.Text, Self{})
			if len(got) == 0 {
				fail("nothing found", s.Text)
				continue
			}
			c := got[0]
			article := ""
			if c.Provision != nil {
				article = string(c.Provision.Article)
			}
			anchor := anchorArticle.FindAllStringSubmatch(s.URL, -1)
			id := itemID.FindStringSubmatch(s.URL)
			key := string(c.Kind) + " " + string(c.Symbol)
			if id != nil {
				if items[id[1]] == nil {
					items[id[1]] = map[string]int{}
				}
				items[id[1]][key]++
			}
			switch {
			case c.Symbol == "" && !strings.Contains(beforeEffect(s.Text), " số ") && c.Name != "":
				classes["right, by name"]++
			case c.Symbol == "" || c.Kind == "":
				fail("no number", s.Text)
			case !strings.Contains(document.FoldSymbol(s.Text), strings.TrimLeft(document.FoldSymbol(string(c.Symbol)), "0")):
				fail("number not in the text", s.Text+" => "+string(c.Symbol))
			case anchor != nil && article != anchor[len(anchor)-1][1]:
				fail("article", s.Text+" => "+article+" <> "+s.URL)
			case !dateAgrees(s.Text, string(c.IssuedOn)):
				fail("date", s.Text+" => "+string(c.IssuedOn))
			case strings.Contains(beforeEffect(s.Text), " ngày ") && strings.Contains(beforeEffect(s.Text), " của ") && c.Issuer == "":
				fail("issuer", s.Text)
			default:
				classes["right"]++
			}
		}
	}
	if err := in.Err(); err != nil {
		t.Fatal(err)
	}
	split := 0
	for id, keys := range items {
		if len(keys) > 1 {
			if split++; split < 12 {
				t.Logf("item %s has several identities: %v", id, keys)
			}
		}
	}
	t.Logf("of %d: %v; %d bare articles; %d of %d items with several identities", total, classes, bare, split, len(items))
	if right := float64(classes["right"]) / float64(max(1, total)); right < 0.99 {
		t.Errorf("right: %.4f", right)
	}
}

var (
	ownDay  = regexp.MustCompile(`^\([^()]*? số \S+ ngày (\d\d)/(\d\d)/(\d{4}) `)
	lastDay = regexp.MustCompile(`^.* ngày (\d\d)/(\d\d)/(\d{4}) của [^()]*$`)
)

// dateAgrees compares a date with the one printed right behind the number or else at the end of the title.
func dateAgrees(text, got string) bool {
	for _, re := range []*regexp.Regexp{ownDay, lastDay} {
		if m := re.FindStringSubmatch(beforeEffect(text)); m != nil {
			return got == m[3]+"-"+m[2]+"-"+m[1]
		}
	}
	return got == "" || strings.Contains(beforeEffect(text), " ngày ")
}

// beforeEffect cuts the date of entry into force off.
func beforeEffect(s string) string {
	s, _, _ = strings.Cut(s, ", có hiệu lực")
	return s
}

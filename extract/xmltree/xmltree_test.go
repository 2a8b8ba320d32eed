package xmltree

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"github.com/soichi/soichi/extract/read"
)

const sample = `<?xml version="1.0" encoding="UTF-8"?>
<w:doc xmlns:w="urn:w" w:rsidR="00A"><w:p w:id="1">Vi&#7879;n <b>s&amp;át</b></w:p><!-- x --><w:p w:id="2"><w:p w:id="3"/></w:p></w:doc>`

func TestParse(t *testing.T) {
	root, err := Parse([]byte(sample), "a.xml", 10)
	if err != nil {
		t.Fatal(err)
	}
	doc := root.Child("doc")
	if doc == nil || len(doc.Attrs) != 0 {
		t.Fatalf("the root is %+v", doc)
	}
	if got := doc.Child("p").String(); got != "Viện s&át" {
		t.Errorf("text %q", got)
	}
	if got := doc.Child("p").Attr("id"); got != "1" {
		t.Errorf("attribute %q", got)
	}
	if got := len(root.All("p")); got != 2 {
		t.Errorf("%d p, want those that lie in no other", got)
	}
	if root.Find("b").String() != "s&át" || root.Find("none") != nil || doc.Child("p", "b") == nil || doc.Child("none", "b") != nil {
		t.Error("the search finds the wrong nodes")
	}
}

func TestNilNode(t *testing.T) {
	var n *Node
	if n.Attr("a") != "" || n.Child("a") != nil || n.Find("a") != nil || n.All("a") != nil || n.String() != "" {
		t.Error("a node that is not there has nothing")
	}
}

func TestParseErrors(t *testing.T) {
	for _, c := range []struct {
		name, data string
		want       read.Reason
	}{
		{"not closed", "<a><b></b>", read.Damaged},
		{"closed twice", "<a></a></a>", read.Damaged},
		{"crossed", "<a><b></a></b>", read.Damaged},
		{"cut inside a tag", "<a><b", read.Damaged},
		{"an entity of its own", "<a>&lol;</a>", read.Damaged},
		{"deep", strings.Repeat("<a>", 20) + strings.Repeat("</a>", 20), read.TooDeep},
	} {
		if _, err := Parse([]byte(c.data), "a.xml", 10); read.ReasonOf(err) != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

func TestParseOtherEncoding(t *testing.T) {
	root, err := Parse([]byte("<?xml version=\"1.0\" encoding=\"windows-1252\"?><a>caf\xe9</a>"), "a.xml", 10)
	if err != nil || root.String() != "café" {
		t.Errorf("got %q, %v", root.String(), err)
	}
}

// box writes a container.
func box(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestContainer(t *testing.T) {
	data := box(t, map[string]string{"a.xml": sample})
	c, err := Open(read.Source{Data: data}, read.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if n, err := c.Part("a.xml"); err != nil || n.Find("b") == nil {
		t.Errorf("got %v, %v", n, err)
	}
	if n, err := c.Part("none.xml"); n != nil || err != nil {
		t.Errorf("a part that is not there: %v, %v", n, err)
	}
}

func TestOpenErrors(t *testing.T) {
	good := box(t, map[string]string{"a.xml": strings.Repeat("<a/>", 1000)})
	locked := bytes.Clone(good)
	for _, mark := range []string{"PK\x01\x02", "PK\x03\x04"} { // the flags stand 8 and 6 bytes behind
		at := bytes.Index(locked, []byte(mark))
		locked[at+map[string]int{"PK\x01\x02": 8, "PK\x03\x04": 6}[mark]] |= 1
	}
	lies := bytes.Clone(good)
	lies[bytes.Index(lies, []byte("PK\x01\x02"))+24] = 1 // the size that the directory declares
	for _, c := range []struct {
		name string
		data []byte
		lim  read.Limits
		want read.Reason
	}{
		{"cut off", good[:len(good)-30], read.Limits{}, read.Truncated},
		{"a bomb", good, read.Limits{MaxExpanded: 100}, read.ExpandsTooMuch},
		{"encrypted", locked, read.Limits{}, read.Encrypted},
		{"a size that lies", lies, read.Limits{}, read.Damaged},
	} {
		c2, err := Open(read.Source{Data: c.data}, c.lim)
		if err == nil {
			_, err = c2.Part("a.xml")
		}
		if read.ReasonOf(err) != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(sample))
	f.Fuzz(func(t *testing.T, data []byte) {
		n, err := Parse(data, "a.xml", 50)
		if (n == nil) == (err == nil) {
			t.Errorf("got %v and %v", n, err)
		}
	})
}

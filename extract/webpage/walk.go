package webpage

import (
	"encoding/hex"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/soichi/soichi/extract/flow"
	"github.com/soichi/soichi/extract/read"
)

// page is what all walkers of one page share.
type page struct {
	maxDepth int
	notes    []flow.Note
	numbers  map[string]int        // number of the note that an anchor's name leads to
	bodies   map[*html.Node]bool   // elements that hold a note's body, which the running text leaves out
	wraps    map[*html.Node]string // what stands in front of a list item
}

// style is what an element inherits.
type style struct {
	bold  bool
	super bool
	pre   bool
	font  string
}

// walker turns elements into blocks. A new one is made for each table cell and note.
type walker struct {
	page   *page
	blocks []flow.Block
	runs   []flow.Run
	blank  bool   // a blank is due before the next word
	label  string // what stands in front of the next paragraph
}

// end closes the open paragraph.
func (w *walker) end() {
	if len(w.runs) > 0 && !isNoise(w.runs) {
		w.blocks = append(w.blocks, flow.Block{Paragraph: &flow.Paragraph{Runs: w.runs}})
	}
	w.runs, w.blank = nil, false
}

func (w *walker) children(n *html.Node, s style, depth int) error {
	if depth > w.page.maxDepth {
		return read.Fail(read.TooDeep, "more than %d elements inside each other", w.page.maxDepth)
	}
	for c := range n.ChildNodes() {
		if err := w.node(c, s, depth+1); err != nil {
			return err
		}
	}
	return nil
}

func (w *walker) node(n *html.Node, s style, depth int) error {
	switch {
	case n.Type == html.TextNode:
		w.text(n.Data, s)
		return nil
	case n.Type != html.ElementNode || isHidden(n) || w.page.bodies[n] || isFurniture(n):
		return nil
	}
	switch n.DataAtom {
	case atom.Br:
		w.runs = append(w.runs, flow.Run{Text: "\n"})
		w.blank = false
		return nil
	case atom.Table:
		w.end()
		return w.table(n, s, depth)
	case atom.A:
		if number, ok := w.page.noteOf(n); ok {
			w.runs = append(w.runs, flow.Run{Note: number})
			return nil
		}
		if noise.MatchString(strings.TrimSpace(textOf(n))) {
			return nil
		}
	}
	if address := hiddenAddress(n); address != "" {
		w.text(address, s)
		return nil
	}
	s = inherit(n, s)
	if strings.Contains(attr(n, "style"), "mso-list:Ignore") { // the label of a list item, with blanks up to the text
		w.text(strings.Join(strings.Fields(textOf(n)), " ")+" ", s)
		return nil
	}
	if !isBlock(n.DataAtom) {
		return w.children(n, s, depth)
	}
	w.end()
	if label := w.page.wraps[n]; label != "" {
		w.label = label
	}
	err := w.children(n, s, depth)
	w.end()
	if n.DataAtom == atom.Li {
		w.label = "" // an empty item
	}
	return err
}

// text adds words as a browser shows them: any stretch of blanks is one blank, none at the start of a line.
func (w *walker) text(data string, s style) {
	if s.pre {
		w.runs = append(w.runs, flow.Run{Text: data, Bold: s.bold, Font: s.font})
		return
	}
	words := strings.FieldsFunc(data, isBlank)
	if len(words) == 0 {
		w.blank = w.blank || data != ""
		return
	}
	if w.label != "" {
		w.runs, w.label = append(w.runs, flow.Run{Text: w.label}), ""
		w.blank = false
		data = strings.TrimLeftFunc(data, isBlank)
	}
	text := strings.Join(words, " ")
	if (w.blank || isBlank(rune(data[0]))) && len(w.runs) > 0 {
		text = " " + text
	}
	w.blank = isBlank(rune(data[len(data)-1]))
	w.runs = append(w.runs, flow.Run{Text: text, Bold: s.bold, Super: s.super, Font: s.font})
}

// isBlank tells the blanks that HTML folds; a no-break space is none of them.
func isBlank(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f' }

var (
	boldStyle = regexp.MustCompile(`(?i)font-weight\s*:\s*(bold|[6-9]00|normal|[1-4]00)`)
	fontStyle = regexp.MustCompile(`(?i)font-family\s*:\s*["']?([^;"',]+)`)
	preStyle  = regexp.MustCompile(`(?i)white-space\s*:\s*pre`)
)

func inherit(n *html.Node, s style) style {
	switch n.DataAtom {
	case atom.B, atom.Strong, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Th:
		s.bold = true
	case atom.Sup:
		s.super = true
	case atom.Pre:
		s.pre = true
	case atom.Font:
		if face := attr(n, "face"); face != "" {
			s.font = face
		}
	}
	css := attr(n, "style")
	if css == "" {
		return s
	}
	if m := boldStyle.FindStringSubmatch(css); m != nil {
		s.bold = m[1][0] == 'b' || m[1][0] == 'B' || m[1][0] >= '6' && m[1][0] <= '9'
	}
	if m := fontStyle.FindStringSubmatch(css); m != nil {
		s.font = strings.TrimSpace(m[1])
	}
	s.pre = s.pre || preStyle.MatchString(css)
	return s
}

func isBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Footer, atom.H1, atom.H2, atom.H3, atom.H4,
		atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd, atom.Blockquote, atom.Pre, atom.Center, atom.Form,
		atom.Fieldset, atom.Figure, atom.Figcaption, atom.Hr, atom.Address, atom.Tr, atom.Td, atom.Th, atom.Caption, atom.Body:
		return true
	default:
		return false
	}
}

// noise knows whole lines that sites leave in the text around a document: buttons, counters, marks of their editors.
var noise = regexp.MustCompile(`(?i)^(?:lên đầu trang|về đầu trang|đầu trang|\(\d+\) bình luận|bình luận \(\d+\)|leftcenterrightdel|gửi bình luận|in trang|in bài viết|chia sẻ|tải về|quay lại|đang tải\.*|liên kết (?:website|web)|(?:số )?(?:lượt|thống kê) (?:xem|truy cập)(?: trang)?\s*:?\s*[\d.,]*|(?:©|copyright|bản quyền thuộc|giấy phép (?:số|hoạt động|xuất bản)).*)$`)

func isNoise(runs []flow.Run) bool {
	p := flow.Paragraph{Runs: runs}
	text := strings.TrimSpace(p.Plain())
	return noise.MatchString(text) || teaserHead.MatchString(text)
}

// hiddenAddress gives the mail address that Cloudflare hides from robots: hex bytes, the first of them a key that the others
// are XORed with.
func hiddenAddress(n *html.Node) string {
	b, err := hex.DecodeString(attr(n, "data-cfemail"))
	if err != nil || len(b) < 2 {
		return ""
	}
	for i := range b[1:] {
		b[i+1] ^= b[0]
	}
	return strings.ToValidUTF8(string(b[1:]), "")
}

// label gives what a browser shows in front of a list item.
func label(list *html.Node, number int) string {
	if list.DataAtom != atom.Ol {
		return "- "
	}
	switch attr(list, "type") {
	case "a":
		return flow.Letter(number) + ". "
	case "A":
		return strings.ToUpper(flow.Letter(number)) + ". "
	case "i":
		return strings.ToLower(flow.Roman(number)) + ". "
	case "I":
		return flow.Roman(number) + ". "
	default:
		return strconv.Itoa(number) + ". "
	}
}

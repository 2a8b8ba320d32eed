package webpage

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

//go:embed furniture.txt
var furnitureList string

// furnitureWords are the words in a class or id that mark what a site puts around a document.
var furnitureWords = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for line := range strings.Lines(furnitureList) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			words[line] = true
		}
	}
	return words
})

// documentWords are the words that stand in the head or foot of a document. What holds them is never thrown away.
var documentWords = regexp.MustCompile(`(?i)cộng\s+h(?:òa|oà)\s+xã\s+hội\s+chủ|đảng\s+cộng\s+sản\s+việt\s+nam|nơi\s+nhận\s*:|(?:^|\s)số\s*:\s*\d`)

const (
	// mainShare is the share of the text without links that one child must hold for its siblings to be furniture.
	mainShare = 0.9
	// linkShare is the share of a block's text from which it is a list of links.
	linkShare = 0.6
)

// mainPart finds the element that holds the document. An element that the page itself calls its article is taken at its
// word if it holds most of the text; otherwise the walk goes down as long as one child holds nearly everything and its
// siblings hold nothing of a document's head or foot.
func mainPart(root *html.Node) *html.Node {
	body := root
	for n := range root.Descendants() {
		if n.DataAtom == atom.Body {
			body = n
			break
		}
	}
	sizes := map[*html.Node]int{}
	measure(body, sizes)
	for n := range body.Descendants() {
		if isArticle(n) && sizes[n]*2 > sizes[body] {
			return n
		}
	}
	for at := body; ; {
		next := heaviest(at, sizes)
		if next == nil || float64(sizes[next]) < mainShare*float64(sizes[at]) || !isContainer(next) {
			return at
		}
		for c := range at.ChildNodes() {
			if c != next && documentWords.MatchString(textOf(c)) {
				return at
			}
		}
		at = next
	}
}

func isArticle(n *html.Node) bool {
	return n.DataAtom == atom.Article || n.DataAtom == atom.Main || attr(n, "role") == "main" || attr(n, "itemprop") == "articleBody"
}

func isContainer(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Div, atom.Section, atom.Article, atom.Main, atom.Form, atom.Center:
		return true
	default:
		return false
	}
}

func heaviest(n *html.Node, sizes map[*html.Node]int) *html.Node {
	var best *html.Node
	for c := range n.ChildNodes() {
		if best == nil || sizes[c] > sizes[best] {
			best = c
		}
	}
	return best
}

// measure counts the characters of text outside links and furniture below every node.
func measure(n *html.Node, sizes map[*html.Node]int) int {
	size := 0
	switch {
	case n.Type == html.TextNode:
		size = utf8.RuneCountInString(strings.TrimSpace(n.Data))
	case n.DataAtom == atom.A && attr(n, "href") != "" || isHidden(n) || namedFurniture(n):
	default:
		for c := range n.ChildNodes() {
			size += measure(c, sizes)
		}
	}
	sizes[n] = size
	return size
}

func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// isHidden tells elements that show no text of the page, that the page hides, or that are no text of the paper: what was
// struck out while changes are marked, and the comments of a page saved by Word.
func isHidden(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Svg, atom.Canvas, atom.Object, atom.Embed,
		atom.Del, atom.Button, atom.Select, atom.Option, atom.Input, atom.Textarea, atom.Head, atom.Audio, atom.Video, atom.Map, atom.Datalist:
		return true
	}
	if n.Type != html.ElementNode {
		return n.Type == html.CommentNode
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			s := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden") || strings.Contains(s, "mso-hide:all") ||
				strings.Contains(s, "mso-element:comment") {
				return true
			}
		case "class":
			if a.Val == "msocomanchor" {
				return true
			}
		}
	}
	return false
}

// isFurniture tells a block of the site's own: by its element, its name, its heading, or because it is a list of links.
func isFurniture(n *html.Node) bool {
	if !namedFurniture(n) && !isCaption(n) && !isTeaser(n) && !isLinkList(n) {
		return false
	}
	return !documentWords.MatchString(textOf(n))
}

func namedFurniture(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Aside, atom.Footer:
		return true
	case atom.Div, atom.Section, atom.Ul, atom.Ol, atom.Table, atom.Header, atom.Form:
	default: // names on running text are for the site's scripts, as on a law that opens a window
		return false
	}
	switch attr(n, "role") {
	case "navigation", "banner", "contentinfo", "complementary", "search", "dialog":
		return true
	}
	words := nameWords(attr(n, "class") + " " + attr(n, "id") + " " + attr(n, "type"))
	for i, word := range words {
		if furnitureWords()[word] || i > 0 && furnitureWords()[words[i-1]+word] {
			return true
		}
	}
	return false
}

// isCaption tells the words under a picture, which are about the picture.
func isCaption(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Figcaption:
		return true
	case atom.P, atom.Div, atom.Td, atom.Span, atom.Em:
		return slices.Contains(nameWords(attr(n, "class")), "caption")
	default:
		return false
	}
}

// teaserHead knows the headings under which sites list what else they have.
var teaserHead = regexp.MustCompile(`(?i)^\s*(?:(?:các )?(?:tin|bài|bài viết|văn bản)(?: tức)? (?:liên quan|khác|cùng chuyên mục|cùng loại|mới|mới nhất|mới hơn|cũ hơn|nổi bật|đọc nhiều)|đọc thêm|xem thêm|đọc nhiều(?: nhất)?|có thể bạn quan tâm|từ khóa|tags?)\s*(?::|\n|$)`)

// isTeaser tells a block that begins with such a heading and has links.
func isTeaser(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Div, atom.Section, atom.Ul, atom.Ol, atom.Table:
	default:
		return false
	}
	if !teaserHead.MatchString(firstText(n)) {
		return false
	}
	for d := range n.Descendants() {
		if d.DataAtom == atom.A && attr(d, "href") != "" {
			return true
		}
	}
	return false
}

// firstText gives the first piece of text below a node.
func firstText(n *html.Node) string {
	for d := range n.Descendants() {
		if d.Type == html.TextNode && strings.TrimSpace(d.Data) != "" {
			return strings.TrimSpace(d.Data)
		}
	}
	return ""
}

// nameWords splits names as stylesheets write them, "relatedNews box-comment", into lower-case words.
func nameWords(names string) []string {
	var words []string
	start := 0
	for i, r := range names {
		breaks := !unicode.IsLetter(r)
		if breaks || unicode.IsUpper(r) && i > start && unicode.IsLower(rune(names[i-1])) {
			if i > start {
				words = append(words, strings.ToLower(names[start:i]))
			}
			start = i
			if breaks {
				start = i + utf8.RuneLen(r)
			}
		}
	}
	if start < len(names) {
		words = append(words, strings.ToLower(names[start:]))
	}
	return words
}

// isLinkList tells a block whose text is mostly links, three of them or more: a menu, related documents, tags. Long
// texts full of links to what they cite are documents.
func isLinkList(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Ul, atom.Ol, atom.Div, atom.Section:
	default:
		return false
	}
	const longText = 4000
	total, linked, links := 0, 0, 0
	for d := range n.Descendants() {
		if d.DataAtom == atom.A && attr(d, "href") != "" {
			links++
			linked += len(strings.TrimSpace(textOf(d)))
		}
		if d.Type == html.TextNode {
			if total += len(strings.TrimSpace(d.Data)); total > longText {
				return false
			}
		}
	}
	return links >= 3 && float64(linked) > linkShare*float64(total)
}

package webpage

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestNamesOfFurniture covers how the names that sites give their blocks are read: in words, whatever joins them.
func TestNamesOfFurniture(t *testing.T) {
	for names, want := range map[string][]string{
		"box-tin_lien.quan": {"box", "tin", "lien", "quan"}, "PhotoCMS_Caption": {"photo", "cms", "caption"}, "relatedNews2": {"related", "news"},
		"": {}, "a1b": {"a", "b"}, "--x--": {"x"}, "mainMENU": {"main", "menu"},
	} {
		if got := nameWords(names); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", names, got, want)
		}
	}
}

// element parses a piece of a page and gives its first element.
func element(t *testing.T, piece string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader("<body>" + piece))
	if err != nil {
		t.Fatal(err)
	}
	return root.FirstChild.LastChild.FirstChild
}

// TestWhatIsFurniture covers the four ways in which a block shows that it is the site's own, and what saves it.
func TestWhatIsFurniture(t *testing.T) {
	for _, c := range []struct {
		name, piece string
		want        bool
	}{
		{"by its element", `<nav>x</nav>`, true},
		{"by its role", `<div role="navigation">x</div>`, true},
		{"by its name", `<div class="breadcrumb">x</div>`, true},
		{"by its id", `<ul id="menu"><li>x</ul>`, true},
		{"by the type that newspapers write", `<div type="RelatedNewsBox">x</div>`, true},
		{"as a list of links", `<ul><li><a href=1>Tin một</a><li><a href=2>Tin hai</a><li><a href=3>Tin ba</a></ul>`, true},
		{"as teasers under a heading", `<div><h3>Tin liên quan</h3><a href=1>x</a> và nhiều chữ khác nữa ở đây</div>`, true},
		{"two links are no list", `<ul><li><a href=1>Tin một</a><li><a href=2>Tin hai</a></ul>`, false},
		{"anchors are no links", `<div><a name=1>Điều 1</a><a name=2>Điều 2</a><a name=3>Điều 3</a></div>`, false},
		{"a long text full of links", `<div>` + strings.Repeat(`<a href=1>Luật Thi đua, khen thưởng</a> `, 200) + `</div>`, false},
		{"a paragraph, whatever its name", `<p class="menu">Căn cứ Luật số 1</p>`, false},
		{"a menu that holds a letterhead", `<div class="menu">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</div>`, false},
		{"a foot that holds the recipients", `<footer>Nơi nhận: Như trên</footer>`, false},
		{"a side column with a number", `<aside>Số: 12/QĐ-UBND</aside>`, false},
	} {
		if got := isFurniture(element(t, c.piece)); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// TestHidden covers what a page holds and does not show.
func TestHidden(t *testing.T) {
	for _, c := range []struct {
		piece string
		want  bool
	}{
		{`<div style="DISPLAY : none">x</div>`, true}, {`<p style="visibility:hidden">x</p>`, true}, {`<p hidden>x</p>`, true},
		{`<template>x</template>`, true}, {`<button>x</button>`, true}, {`<del>x</del>`, true}, {`<p><!-- x --></p>`, false},
		{`<p style="display:block">x</p>`, false}, {`<p class="hidden">x</p>`, false}, {`<s>x</s>`, false}, {`<ins>x</ins>`, false},
	} {
		if got := isHidden(element(t, c.piece)); got != c.want {
			t.Errorf("%s: %v", c.piece, got)
		}
	}
}

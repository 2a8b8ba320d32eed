package web_test

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"reflect"
	"strings"
	"testing"

	"github.com/soichi/soichi/catalog"
)

func (f *fake) Like(context.Context, string, int) ([]catalog.Hit, error) {
	if f.result == nil {
		return nil, f.err
	}
	return f.result.Hits, f.err
}

func (f *fake) Saved(context.Context) ([]catalog.SavedSearch, error) {
	if f.result == nil {
		return nil, f.err
	}
	s := f.result.Hits[0].Path
	return []catalog.SavedSearch{{Name: s, Request: catalog.SearchRequest{Query: s, Kind: "chi_thi"}, Total: 9, New: 2}, {Name: "b/" + s, Total: 3, Error: s}}, f.err
}

func (f *fake) News(_ context.Context, name string, _ int) (*catalog.News, error) {
	list, err := f.Saved(context.Background())
	return &catalog.News{SavedSearch: list[0], Hits: f.result.Hits, Documents: []string{"d", "e"}}, err
}

func (f *fake) Save(_ context.Context, name string, r catalog.SearchRequest) error {
	f.ref, f.request = name, r
	return f.err
}

func (f *fake) MarkSeen(_ context.Context, name string, documents []string) error {
	f.ref, f.asOf = name, strings.Join(documents, " ")
	return f.err
}

func (f *fake) Forget(_ context.Context, name string) error {
	f.ref = "forgotten " + name
	return f.err
}

func post(h http.Handler, target string, form url.Values, head ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, target, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for i := 0; i+1 < len(head); i += 2 {
		r.Header.Set(head[i], head[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestSavedForms(t *testing.T) {
	f := full("x")
	h := site(t, f, &bytes.Buffer{})
	for _, c := range []struct {
		target string
		form   url.Values
		ref    string
		asOf   string
		asked  catalog.SearchRequest
	}{
		{"/saved", url.Values{"name": {"rừng"}, "q": {"cháy"}, "kind": {"ke_hoach"}, "level": {"xa"}}, "rừng", "", catalog.SearchRequest{Query: "cháy", Kind: "ke_hoach", Level: "xa"}},
		{"/saved/b%2Fx/seen", url.Values{"document": {"d", "e"}}, "b/x", "d e", catalog.SearchRequest{}},
		{"/saved/r%E1%BB%ABng/forget", nil, "forgotten rừng", "", catalog.SearchRequest{}},
	} {
		f.ref, f.asOf, f.request = "", "", catalog.SearchRequest{}
		w := post(h, c.target, c.form)
		if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/saved" {
			t.Errorf("%s: %d to %q", c.target, w.Code, w.Header().Get("Location"))
		}
		if f.ref != c.ref || f.asOf != c.asOf || !reflect.DeepEqual(f.request, c.asked) {
			t.Errorf("%s: asked %q %q %+v", c.target, f.ref, f.asOf, f.request)
		}
		f.ref = ""
		if w := post(h, c.target, c.form, "Sec-Fetch-Site", "cross-site"); w.Code != http.StatusForbidden || f.ref != "" {
			t.Errorf("%s from another site: %d, asked %q", c.target, w.Code, f.ref)
		}
	}
	for err, status := range map[error]int{catalog.ErrNoName: 400, catalog.ErrNotSaved: 404} {
		h := site(t, &fake{err: err}, &bytes.Buffer{})
		if w := post(h, "/saved/x/forget", nil); w.Code != status {
			t.Errorf("%v: %d", err, w.Code)
		}
	}
}

func TestSearchPageOffers(t *testing.T) {
	f := full("x")
	task := 2
	f.result.DidYouMean = "phòng cháy & <rừng>"
	f.result.Hits[0].Passages[0].Task, f.result.Hits[0].Passages[0].Page = &task, 7
	f.result.Facets.State = []catalog.Count{{Value: catalog.StateMissing, Count: 4}}
	f.result.Facets.Level = []catalog.Count{{Value: catalog.LevelCommune, Count: 5}, {Value: catalog.LevelProvince, Count: 3}}
	for i := range 12 {
		f.result.Facets.Lead = append(f.result.Facets.Lead, catalog.Count{Value: strings.Repeat("đ", i+1), Count: 12 - i})
	}
	h := site(t, f, &bytes.Buffer{})
	for target, want := range map[string][]string{
		"/?q=phong+chay": {
			`<a href="/?q=ph%C3%B2ng&#43;ch%C3%A1y`, `phòng cháy &amp; &lt;rừng&gt;</a>?`, `href="/documents/d#task-2">nhiệm vụ 3</a>`, "trang 7",
			`href="/?level=xa&amp;q=phong&#43;chay">Xã</a> 5`, `href="/?q=phong&#43;chay&amp;state=missing">chưa có văn bản nào</a> 4`,
			`<summary>thêm 4</summary>`, `<a class="on" href="/?q=phong&#43;chay">phù hợp nhất</a>`, `href="/?q=phong&#43;chay&amp;sort=symbol">theo số hiệu</a>`,
			`<input type="hidden" name="q" value="phong chay">`, `<code>loai:chi_thi</code><dd>loại văn bản`,
		},
		"/?q=a&level=xa&lang=en": {`<a class="on" href="/?q=a">commune</a> 90 ×`, `name="level" value="xa"`, "Save this search"},
		"/?sort=symbol":          {`<a class="on" href="/?sort=symbol">theo số hiệu</a>`},
	} {
		body := get(h, target).Body.String()
		for _, w := range want {
			if !strings.Contains(body, w) && !strings.Contains(strings.ReplaceAll(body, "+", "&#43;"), w) {
				t.Errorf("%s: no %s in\n%s", target, w, body)
			}
		}
	}
	if body := get(h, "/?q=a&level=xa").Body.String(); strings.Contains(body, "level=tinh") {
		t.Error("a second value of a facet is offered, whose count is that of both")
	}
	if body := get(h, "/").Body.String(); strings.Contains(body, `action="/saved"`) || strings.Contains(body, "phù hợp nhất") {
		t.Error("nothing was asked: it can neither be saved nor be relevant")
	}
}

func TestSavedPage(t *testing.T) {
	body := get(site(t, full("x"), &bytes.Buffer{}), "/saved").Body.String()
	for _, want := range []string{`href="/?kind=chi_thi&amp;q=x"`, "2 mới", `action="/saved/x/seen"`, `name="document" value="d"`, `action="/saved/b%2Fx/forget"`} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s in\n%s", want, body)
		}
	}
}

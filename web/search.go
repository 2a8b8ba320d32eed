package web

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/query"
)

// Finder is what searching asks of a catalog.
type Finder interface {
	Search(ctx context.Context, r catalog.SearchRequest) (*catalog.SearchResult, error)
	Like(ctx context.Context, ref string, limit int) ([]catalog.Hit, error)
	Saved(ctx context.Context) ([]catalog.SavedSearch, error)
	News(ctx context.Context, name string, limit int) (*catalog.News, error)
	Save(ctx context.Context, name string, r catalog.SearchRequest) error
	MarkSeen(ctx context.Context, name string, documents []string) error
	Forget(ctx context.Context, name string) error
}

// likeShown is the number of like documents beside a document.
const likeShown = 6

// sorts are the orders of results that a reader may ask for.
var sorts = []string{"", "newest", "oldest", "symbol"}

// pageSize is the number of results on a page.
const pageSize = 20

// search is the home page.
func (s *site) search(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	offset, _ := strconv.Atoi(q.Get("offset")) // a mistyped offset is the first page
	req := catalog.SearchRequest{
		Query: q.Get("q"), Kind: q.Get("kind"), Issuer: q.Get("issuer"), Theme: q.Get("theme"), From: q.Get("from"), To: q.Get("to"),
		Level: q.Get("level"), Lead: q.Get("lead"), State: q.Get("state"), States: true,
		In: q.Get("in"), Sort: q.Get("sort"), Limit: pageSize, Offset: max(0, offset),
	}
	if !slices.Contains(sorts, req.Sort) {
		req.Sort = "" // a mistyped order is that of relevance
	}
	if req.Query == "" && req.Sort == "" {
		req.Sort = "newest"
	}
	res, err := s.catalog.Search(r.Context(), req)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	q.Del("lang")
	p := searchPage{Request: req, Result: res, query: q}
	s.render(w, r, http.StatusOK, "search", p.json(), p)
}

// searchPage is the data of the search page.
type searchPage struct {
	Request catalog.SearchRequest
	Result  *catalog.SearchResult
	query   url.Values
}

// json gives the address of the same page of results as JSON.
func (p searchPage) json() string {
	q := p.without()
	q.Set("limit", strconv.Itoa(p.Request.Limit))
	if p.Request.Offset > 0 {
		q.Set("offset", strconv.Itoa(p.Request.Offset))
	}
	if p.Request.Sort != "" {
		q.Set("sort", p.Request.Sort)
	}
	q.Set("states", "true")
	return "/api/v1/search?" + q.Encode()
}

// without gives the search's own parameters, those of the first page.
func (p searchPage) without() url.Values {
	q := url.Values{}
	for k, v := range p.query {
		if k != "offset" {
			q[k] = v
		}
	}
	return q
}

// With gives the address of the same search with one more filter, or without it if it is set to this value already.
func (p searchPage) With(name, value string) string {
	q := p.without()
	if q.Get(name) == value {
		q.Del(name)
	} else {
		q.Set(name, value)
	}
	return "/?" + q.Encode()
}

// Has tells whether a filter is set to a value.
func (p searchPage) Has(name, value string) bool { return p.query.Get(name) == value }

// Year gives the address of the same search in one year, or in all of them if it is set to this one already.
func (p searchPage) Year(year string) string {
	q := p.without()
	if p.In(year) {
		q.Del("from")
		q.Del("to")
	} else {
		q.Set("from", year+"-01-01")
		q.Set("to", year+"-12-31")
	}
	return "/?" + q.Encode()
}

// In tells whether the search is set to one year.
func (p searchPage) In(year string) bool {
	return p.Has("from", year+"-01-01") && p.Has("to", year+"-12-31")
}

// Next gives the address of the next page, "" on the last one.
func (p searchPage) Next() string {
	if p.Request.Offset+pageSize >= p.Result.Total {
		return ""
	}
	return p.page(p.Request.Offset + pageSize)
}

// Previous gives the address of the page before, "" on the first one.
func (p searchPage) Previous() string {
	if p.Request.Offset == 0 {
		return ""
	}
	return p.page(max(0, p.Request.Offset-pageSize))
}

func (p searchPage) page(offset int) string {
	q := p.without()
	q.Set("offset", strconv.Itoa(offset))
	return "/?" + q.Encode()
}

// Meant gives the address of the search that may have been meant.
func (p searchPage) Meant() string {
	q := p.without()
	q.Set("q", p.Result.DidYouMean)
	return "/?" + q.Encode()
}

// Sorts lists the orders of results.
func (p searchPage) Sorts() []string {
	if p.Request.Query == "" {
		return sorts[1:] // nothing to be relevant to
	}
	return sorts
}

// Order gives the address of the same search in another order.
func (p searchPage) Order(sort string) string {
	q := p.without()
	q.Del("sort")
	if sort != "" {
		q.Set("sort", sort)
	}
	return "/?" + q.Encode()
}

// facet is one list of counts beside the results.
type facet struct {
	Name   string // parameter that narrows to a value
	Counts []catalog.Count
}

// facetShown is how many values of a facet are shown at once.
const facetShown = 8

// Facets lists the counts beside the results. Of a facet that the search is narrowed to only that value is listed, to be
// taken off again: the counts of the others say how many documents bear both.
func (p searchPage) Facets() []facet {
	f := p.Result.Facets
	all := []facet{{"kind", f.Kind}, {"issuer", f.Issuer}, {"level", f.Level}, {"year", f.Year}, {"theme", f.Theme}, {"lead", f.Lead}, {"state", f.State}}
	var out []facet
	for _, one := range all {
		if set := p.query.Get(one.Name); set != "" {
			one.Counts = []catalog.Count{{Value: set, Count: p.Result.Total}}
		}
		if one.Name == "year" {
			if i := slices.IndexFunc(one.Counts, func(c catalog.Count) bool { return p.In(c.Value) }); i >= 0 {
				one.Counts = one.Counts[i : i+1]
			}
		}
		if len(one.Counts) > 0 {
			out = append(out, one)
		}
	}
	return out
}

// First gives the values of a facet that are shown at once.
func (f facet) First() []catalog.Count { return f.Counts[:min(len(f.Counts), facetShown)] }

// Rest gives the values behind a click.
func (f facet) Rest() []catalog.Count { return f.Counts[len(f.First()):] }

// To gives the address of the search narrowed to a value of a facet, or widened again.
func (p searchPage) To(name, value string) string {
	if name == "year" {
		return p.Year(value)
	}
	return p.With(name, value)
}

// On tells whether the search is narrowed to a value of a facet.
func (p searchPage) On(name, value string) bool {
	return name == "year" && p.In(value) || p.Has(name, value)
}

// Asked lists the parameters of the search, to be sent along with a form.
func (p searchPage) Asked() map[string]string {
	out := map[string]string{}
	for _, name := range []string{"q", "kind", "issuer", "theme", "level", "lead", "state", "from", "to", "in"} {
		if v := p.query.Get(name); v != "" {
			out[name] = v
		}
	}
	return out
}

// Fields lists the fields of the query language.
func (p searchPage) Fields() []query.FieldInfo { return query.Fields() }

// vietnameseExample is a field's example with its Vietnamese name, as it is typed without marks and blanks.
func vietnameseExample(f query.FieldInfo) string {
	return strings.ReplaceAll(f.Aliases[0], " ", "") + strings.TrimPrefix(f.Example, f.Name)
}

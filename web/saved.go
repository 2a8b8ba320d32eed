package web

import (
	"net/http"
	"net/url"

	"github.com/go-chi/chi/v5"

	"github.com/soichi/soichi/catalog"
)

// newsShown is the number of new documents shown of one saved search.
const newsShown = 10

// saved lists the saved searches with what is new of each.
func (s *site) saved(w http.ResponseWriter, r *http.Request) {
	list, err := s.catalog.Saved(r.Context())
	if err != nil {
		s.fail(w, r, err)
		return
	}
	out := make([]*catalog.News, len(list))
	for i, one := range list {
		out[i] = &catalog.News{SavedSearch: one}
		if one.New == 0 {
			continue
		}
		if out[i], err = s.catalog.News(r.Context(), one.Name, newsShown); err != nil {
			s.fail(w, r, err)
			return
		}
	}
	s.render(w, r, http.StatusOK, "saved", "/api/v1/saved", out)
}

// save keeps the search of the form under its name.
func (s *site) save(w http.ResponseWriter, r *http.Request) {
	f := r.PostFormValue
	s.done(w, r, s.catalog.Save(r.Context(), f("name"), catalog.SearchRequest{
		Query: f("q"), Kind: f("kind"), Issuer: f("issuer"), Theme: f("theme"), From: f("from"), To: f("to"),
		Level: f("level"), Lead: f("lead"), State: f("state"), In: f("in"),
	}))
}

// seen notes that the documents of the form were seen.
func (s *site) seen(w http.ResponseWriter, r *http.Request) {
	_ = r.PostFormValue("") // reads the form
	s.done(w, r, s.catalog.MarkSeen(r.Context(), savedName(r), r.PostForm["document"]))
}

func (s *site) forget(w http.ResponseWriter, r *http.Request) {
	s.done(w, r, s.catalog.Forget(r.Context(), savedName(r)))
}

// done goes back to the list of saved searches.
func (s *site) done(w http.ResponseWriter, r *http.Request, err error) {
	if err != nil {
		s.fail(w, r, err)
		return
	}
	http.Redirect(w, r, "/saved", http.StatusSeeOther)
}

// savedName gives the name of the saved search that the address names.
func savedName(r *http.Request) string {
	raw := chi.URLParam(r, "name")
	if s, err := url.PathUnescape(raw); err == nil {
		return s
	}
	return raw
}

// savedAddress gives the address of a saved search.
func savedAddress(name string) string { return "/saved/" + url.PathEscape(name) }

// savedQuery gives the page of results of a saved search.
func savedQuery(r catalog.SearchRequest) string {
	q := url.Values{}
	for name, v := range map[string]string{
		"q": r.Query, "kind": r.Kind, "issuer": r.Issuer, "theme": r.Theme, "from": r.From, "to": r.To, "level": r.Level, "lead": r.Lead,
		"state": r.State, "in": r.In,
	} {
		if v != "" {
			q.Set(name, v)
		}
	}
	return "/?" + q.Encode()
}

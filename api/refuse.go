package api

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/go-chi/chi/v5"
)

// Refuse answers a request with an error outside of the operations: as a problem (RFC 9457) where the interface was asked,
// as a line of text elsewhere.
func Refuse(w http.ResponseWriter, r *http.Request, status int, err error) {
	if !strings.HasPrefix(r.URL.Path, "/api/") {
		http.Error(w, err.Error(), status)
		return
	}
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(huma.ErrorModel{Title: http.StatusText(status), Status: status, Detail: err.Error()}) // the client may have gone
}

var (
	errNoRoute   = errors.New("không có địa chỉ này (there is nothing at this address)")
	errNotMethod = errors.New("this address does not take that method")
)

func notFound(w http.ResponseWriter, r *http.Request) { Refuse(w, r, http.StatusNotFound, errNoRoute) }

// notAllowed tells the methods that the address takes (RFC 9110, 15.5.6).
func notAllowed(w http.ResponseWriter, r *http.Request) {
	at := r.URL.EscapedPath()
	for _, method := range []string{http.MethodGet, http.MethodHead, http.MethodPut, http.MethodPost, http.MethodDelete} {
		if chi.RouteContext(r.Context()).Routes.Match(chi.NewRouteContext(), method, at) {
			w.Header().Add("Allow", method)
		}
	}
	Refuse(w, r, http.StatusMethodNotAllowed, errNotMethod)
}

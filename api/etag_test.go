package api_test

import (
	"bytes"
	"errors"
	"net/http"
	"strings"
	"testing"

	"github.com/soichi/soichi/catalog"
)

func TestTags(t *testing.T) {
	f := &fake{file: catalog.Source{Name: "a", MediaType: "text/plain", Data: bytes.Repeat([]byte("x"), 5<<20)}}
	h := site(f, &bytes.Buffer{})
	first := ask(h, "GET", "/api/v1/missing")
	tag := first.Header().Get("ETag")
	if !strings.HasPrefix(tag, `W/"`) || first.Code != http.StatusOK {
		t.Fatalf("%d, tag %q", first.Code, tag)
	}
	for _, c := range []struct {
		name, known string
		status      int
	}{
		{"the same", tag, 304},
		{"the same, compared weakly", strings.TrimPrefix(tag, "W/"), 304},
		{"one of several", `"x", ` + tag, 304},
		{"any", "*", 304},
		{"another", `W/"x"`, 200},
		{"none", "", 200},
	} {
		w := send(h, "GET", "/api/v1/missing", "", "If-None-Match", c.known)
		if w.Code != c.status || w.Header().Get("ETag") != tag || (w.Body.Len() == 0) != (c.status == 304) {
			t.Errorf("%s: %d, tag %q, %d bytes", c.name, w.Code, w.Header().Get("ETag"), w.Body.Len())
		}
	}
	if other := ask(h, "GET", "/api/v1/search").Header().Get("ETag"); other == tag || other == "" {
		t.Errorf("another answer has the tag %q", other)
	}
	if w := ask(h, "GET", "/api/v1/documents/a/source"); w.Header().Get("ETag") != "" || w.Body.Len() != 5<<20 {
		t.Errorf("a large file: tag %q, %d bytes", w.Header().Get("ETag"), w.Body.Len())
	}
	f.err = errors.New("ours")
	if w := send(h, "GET", "/api/v1/missing", "", "If-None-Match", "*"); w.Code != 500 || w.Header().Get("ETag") != "" || w.Body.Len() == 0 {
		t.Errorf("an error: %d, tag %q, %q", w.Code, w.Header().Get("ETag"), w.Body)
	}
}

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/soichi/soichi/store"
)

// served opens a library over the first chain of the samples and serves it.
func served(t *testing.T) (site *httptest.Server, library string) {
	t.Helper()
	library = filepath.Join(t.TempDir(), "library")
	var stderr bytes.Buffer
	chain := filepath.Join("..", "..", "testdata", "corpus", "chain1")
	if code := run(t.Context(), []string{"--library", library, "ingest", chain}, io.Discard, &stderr); code != exitOK {
		t.Fatalf("ingest: exit %d\n%s", code, stderr.String())
	}
	c := &console{out: io.Discard, err: io.Discard, dir: library}
	a, err := c.wire(t.Context(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	h, err := a.handler(c, "")
	if err != nil {
		t.Fatal(err)
	}
	site = httptest.NewServer(h)
	t.Cleanup(func() {
		site.Close()
		if err := a.close(); err != nil {
			t.Error(err)
		}
	})
	return site, library
}

func get(t *testing.T, address string) (status int, body string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, string(b)
}

// value decodes JSON for comparison; huma adds a $schema link to objects, which the commands do not.
func value(t *testing.T, s string) any {
	t.Helper()
	var v any
	if err := json.Unmarshal([]byte(s), &v); err != nil {
		t.Fatalf("%v in %.200s", err, s)
	}
	if m, ok := v.(map[string]any); ok {
		delete(m, "$schema")
	}
	return v
}

func TestRESTAnswersAsTheCommandsDo(t *testing.T) {
	site, library := served(t)
	id := url.PathEscape("87/CT-TTg")
	for _, tt := range []struct {
		path string
		args []string
	}{
		{"/api/v1/search?q=ch%C3%A1y+r%E1%BB%ABng&limit=3", []string{"search", "cháy rừng", "--limit", "3"}},
		{"/api/v1/search?q=r%E1%BB%ABng&kind=ke_hoach&offset=1", []string{"search", "rừng", "--kind", "ke_hoach", "--offset", "1"}},
		{"/api/v1/documents/" + id, []string{"show", "87/CT-TTg"}},
		{"/api/v1/documents/" + id + "/trace", []string{"trace", "87/CT-TTg"}},
		{"/api/v1/documents/" + id + "/trace?direction=up", []string{"trace", "87/CT-TTg", "--up"}},
		{"/api/v1/documents/" + id + "/coverage?as_of=2024-12-31", []string{"coverage", "87/CT-TTg", "--as-of", "2024-12-31"}},
		{"/api/v1/missing", []string{"missing"}},
	} {
		t.Run(tt.path, func(t *testing.T) {
			status, body := get(t, site.URL+tt.path)
			if status != http.StatusOK {
				t.Fatalf("status %d: %s", status, body)
			}
			var out, stderr bytes.Buffer
			if code := run(t.Context(), append([]string{"--library", library, "--json"}, tt.args...), &out, &stderr); code != exitOK {
				t.Fatalf("exit %d: %s", code, stderr.String())
			}
			if !reflect.DeepEqual(value(t, body), value(t, out.String())) {
				t.Errorf("REST and command differ:\n%.600s\n%.600s", body, out.String())
			}
		})
	}
}

func TestPages(t *testing.T) {
	site, _ := served(t)
	id := url.PathEscape("87/CT-TTg")
	for _, tt := range []struct {
		path   string
		status int
		holds  []string
	}{
		{"/", 200, []string{"văn bản", "Cơ quan"}},
		{"/?lang=en", 200, []string{"documents", "Issuer"}},
		{"/?q=ch%C3%A1y+r%E1%BB%ABng", 200, []string{"<mark>", "/documents/"}},
		{"/?q=kind:", 400, []string{"vị trí 1: trường kind thiếu giá trị"}},
		{"/?q=xyzzyqwerty", 200, []string{"Không có kết quả"}},
		{"/documents/" + id, 200, []string{`id="task-0"`, `class="task`, "Trịnh Khắc Duẩn"}},
		{"/documents/" + id + "/trace", 200, []string{"được báo cáo bởi"}},
		{"/documents/" + id + "/coverage?as_of=2024-12-31", 200, []string{`value="2024-12-31"`, "đã báo cáo"}},
		{"/documents/" + url.PathEscape("15/KH-UBND"), 300, []string{"15/KH-UBND"}},
		{"/documents/nothing", 404, []string{"Không có văn bản này"}},
		{"/missing", 200, []string{"2987/QĐ-TTg"}},
		{"/static/style.css", 200, []string{"font"}},
		{"/healthz", 200, []string{"ok"}},
		{"/metrics", 200, []string{"soichi_http_request_seconds"}},
		{"/openapi.json", 200, []string{"/api/v1/documents/{id}/coverage", "/api/v1/missing", "3.1"}},
		{"/api/v1/documents/nothing", 404, []string{"neither held nor cited"}},
		{"/api/v1/documents/" + url.PathEscape("15/KH-UBND"), 300, []string{"candidate"}},
		{"/api/v1/search?limit=-1", 422, []string{"limit"}},
		{"/api/v1/documents/" + id + "/coverage?as_of=soon", 422, []string{"as_of"}},
	} {
		t.Run(tt.path, func(t *testing.T) {
			if tt.path == "/metrics" {
				get(t, site.URL+"/api/v1/missing")
			}
			status, body := get(t, site.URL+tt.path)
			if status != tt.status {
				t.Fatalf("status %d, want %d: %.300s", status, tt.status, body)
			}
			for _, want := range tt.holds {
				if !strings.Contains(body, want) {
					t.Errorf("no %q in %.600s", want, body)
				}
			}
		})
	}
}

func TestServeStopsWhenAsked(t *testing.T) {
	library := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	r, w := io.Pipe()
	done := make(chan int, 1)
	go func() {
		done <- run(ctx, []string{"--library", library, "serve", "--addr", "127.0.0.1:0"}, w, io.Discard)
	}()
	line := make([]byte, 64)
	n, err := r.Read(line)
	if err != nil {
		t.Fatal(err)
	}
	address := strings.TrimSpace(string(line[:n]))
	if status, _ := get(t, address+"healthz"); status != http.StatusOK {
		t.Errorf("status %d at the printed address %s", status, address)
	}
	cancel()
	select {
	case code := <-done:
		if code != exitOK {
			t.Errorf("exit %d after a stop", code)
		}
	case <-time.After(15 * time.Second):
		t.Fatal("the server did not stop")
	}
}

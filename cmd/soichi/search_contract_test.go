package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// searchJSON runs `soichi search … --json` and decodes what it prints.
func searchJSON(t *testing.T, library string, args ...string) map[string]any {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := run(t.Context(), append([]string{"--library", library, "--json", "search"}, args...), &stdout, &stderr); code != exitOK {
		t.Fatalf("search %q: exit %d\n%s", args, code, stderr.String())
	}
	var v map[string]any
	if err := json.Unmarshal(stdout.Bytes(), &v); err != nil {
		t.Fatalf("search %q: %v\n%s", args, err, stdout.String())
	}
	return v
}

// keysOf gives the sorted keys of an object.
func keysOf(v any) []string { return slices.Sorted(maps.Keys(v.(map[string]any))) }

func holds(t *testing.T, what string, v any, want ...string) {
	t.Helper()
	for _, k := range want {
		if _, ok := v.(map[string]any)[k]; !ok {
			t.Errorf("%s has no %q: %v", what, k, keysOf(v))
		}
	}
}

// The shape of an answer, which programs of others read: no key missing, no list null, no type other than promised.
func TestSearchAnswersHaveTheirShape(t *testing.T) {
	_, library := served(t)
	for _, args := range [][]string{{"cháy rừng"}, {"xyzzyqwerty"}, {""}, {"87/CT-TTg", "--limit", "0"}, {"tin", "--kind", "tin_bai"}} {
		res := searchJSON(t, library, args...)
		holds(t, "the answer", res, "total", "hits", "facets")
		holds(t, "facets", res["facets"], "kind", "issuer", "year", "theme")
		for name, list := range res["facets"].(map[string]any) {
			for _, c := range list.([]any) {
				holds(t, "facet "+name, c, "value", "count")
				if c := c.(map[string]any); c["value"] == "" || c["count"].(float64) < 1 {
					t.Errorf("%q: facet %s: %v", args, name, c)
				}
			}
		}
		for _, h := range res["hits"].([]any) {
			holds(t, "a hit", h, "id", "path", "symbol", "kind", "issuer", "issued_on", "title", "score", "passages")
			hit := h.(map[string]any)
			for k, v := range hit {
				if v == "" {
					t.Errorf("%q: %s is an empty string and not null", args, k)
				}
			}
			text := shownText(t, library, hit["id"].(string))
			for _, p := range hit["passages"].([]any) {
				holds(t, "a passage", p, "span", "marked")
				span := p.(map[string]any)["span"].(map[string]any)
				if in := string(text[int(span["start"].(float64)):int(span["end"].(float64))]); in != span["exact"] {
					t.Errorf("%q: the span says %q, the text %q", args, span["exact"], in)
				}
			}
		}
		if total := res["total"].(float64); total < float64(len(res["hits"].([]any))) {
			t.Errorf("%q: %v hits of %v", args, len(res["hits"].([]any)), total)
		}
	}
}

// shownText gives a document's text as `soichi show --json` prints it.
func shownText(t *testing.T, library, id string) []rune {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := run(t.Context(), []string{"--library", library, "--json", "show", id}, &stdout, &stderr); code != exitOK {
		t.Fatalf("show %s: exit %d\n%s", id, code, stderr.String())
	}
	var d struct{ Text string }
	if err := json.Unmarshal(stdout.Bytes(), &d); err != nil {
		t.Fatal(err)
	}
	return []rune(d.Text)
}

// Every flag of the command narrows as it says, and is a parameter of the REST interface that answers the same.
func TestSearchFlags(t *testing.T) {
	site, library := served(t)
	for _, c := range []struct {
		args  []string
		check func(hit map[string]any) bool
		total int // -1: any but none
	}{
		{[]string{"--kind", "ke_hoach"}, func(h map[string]any) bool { return h["kind"] == "ke_hoach" }, -1},
		{[]string{"--issuer", "Thủ tướng Chính phủ"}, func(h map[string]any) bool { return h["issuer"] == "Thủ tướng Chính phủ" }, 3},
		{[]string{"--issuer", "TTg"}, func(h map[string]any) bool { return h["issuer"] == "Thủ tướng Chính phủ" }, 3},
		{[]string{"--from", "2024-03-01"}, func(h map[string]any) bool { return h["issued_on"].(string) >= "2024-03-01" }, -1},
		{[]string{"--to", "2023-12-31"}, func(h map[string]any) bool { return h["issued_on"].(string) <= "2023-12-31" }, -1},
		{[]string{"--from", "2024-01-10", "--to", "2024-01-10"}, func(h map[string]any) bool { return h["issued_on"] == "2024-01-10" }, 1},
		{[]string{"--in", "title"}, func(h map[string]any) bool {
			return strings.Contains(strings.ToLower(fmt.Sprint(h["title"])), "rừng")
		}, -1},
		{[]string{"--in", "task"}, func(map[string]any) bool { return true }, -1},
		{[]string{"--in", "body"}, func(map[string]any) bool { return true }, -1},
		{[]string{"--level", "huyen"}, func(h map[string]any) bool { return strings.Contains(h["issuer"].(string), "huyện") }, 1},
		{[]string{"--sort", "oldest"}, func(map[string]any) bool { return true }, -1},
		{[]string{"--limit", "2", "--offset", "1"}, func(map[string]any) bool { return true }, -1},
	} {
		t.Run(strings.Join(c.args, " "), func(t *testing.T) {
			res := searchJSON(t, library, append([]string{"rừng"}, c.args...)...)
			total := int(res["total"].(float64))
			if total == 0 || c.total >= 0 && total != c.total {
				t.Errorf("%d found, want %d", total, c.total)
			}
			for _, h := range res["hits"].([]any) {
				if !c.check(h.(map[string]any)) {
					t.Errorf("found %v", h)
				}
			}
			q := url.Values{"q": {"rừng"}}
			for i := 0; i < len(c.args); i += 2 {
				q.Set(strings.TrimPrefix(c.args[i], "--"), c.args[i+1])
			}
			status, body := get(t, site.URL+"/api/v1/search?"+q.Encode())
			if status != 200 || !reflect.DeepEqual(value(t, body), any(res)) {
				t.Errorf("REST answers %d %.300s", status, body)
			}
		})
	}
}

func TestSearchPages(t *testing.T) {
	_, library := served(t)
	var all []any
	for offset := 0; ; offset += 3 {
		hits := searchJSON(t, library, "rừng", "--limit", "3", "--offset", fmt.Sprint(offset))["hits"].([]any)
		if len(hits) == 0 {
			break
		}
		all = append(all, hits...)
	}
	whole := searchJSON(t, library, "rừng", "--limit", "1000")
	if !reflect.DeepEqual(all, whole["hits"]) || float64(len(all)) != whole["total"] {
		t.Errorf("%d in pages, %v at once", len(all), whole["total"])
	}
	if n := len(searchJSON(t, library, "rừng")["hits"].([]any)); n > 10 {
		t.Errorf("%d hits by default", n)
	}
}

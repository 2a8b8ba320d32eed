package main

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// The command runs from end to end, and says the same of the same documents.
func TestRun(t *testing.T) {
	var out, progress strings.Builder
	b := &bench{out: &out, progress: &progress, docs: 60, generator: newGenerator(1)}
	if err := b.run(t.Context(), t.TempDir()); err != nil {
		t.Fatal(err)
	}
	text := out.String()
	if !strings.HasPrefix(text, "60 documents, 0.3 MB of text\n") {
		t.Errorf("it begins %q", text[:min(len(text), 60)])
	}
	for _, k := range kinds {
		if strings.Count(text, "| "+k.name+" |") != 1 {
			t.Errorf("no line of %s in\n%s", k.name, text)
		}
	}
}

func TestOneSeedGivesOneCollection(t *testing.T) {
	a, b, other := newGenerator(7), newGenerator(7), newGenerator(8)
	if d := cmp.Diff(a.doc(3), b.doc(3)); d != "" {
		t.Error(d)
	}
	if a.doc(3).Body == other.doc(3).Body || a.doc(3).Body == a.doc(4).Body {
		t.Error("two seeds or two documents are one text")
	}
	for _, k := range kinds {
		ours, theirs := k.write(a.writer(1))
		again, _ := k.write(b.writer(1))
		if ours == "" || theirs == "" || ours != again {
			t.Errorf("%s: %q and %q, and again %q", k.name, ours, theirs, again)
		}
	}
}

func TestPercentile(t *testing.T) {
	var hundred times
	for i := range 100 {
		hundred = append(hundred, time.Duration(100-i))
	}
	tests := []struct {
		name string
		t    times
		p    float64
		want time.Duration
	}{
		{"none", nil, .5, 0},
		{"one", times{7}, .99, 7},
		{"median", hundred, .5, 51},
		{"nearly all", hundred, .95, 95},
		{"all", hundred, 1, 100},
	}
	for _, tt := range tests {
		if got := tt.t.percentile(tt.p); got != tt.want {
			t.Errorf("%s: %d, want %d", tt.name, got, tt.want)
		}
	}
}

func TestSum(t *testing.T) {
	for want, list := range map[time.Duration]times{0: nil, 7: {7}, 6: {1, 2, 3}} {
		if got := list.sum(); got != want {
			t.Errorf("%v work %v, want %v", list, got, want)
		}
	}
}

// The time that is measured is work and not waiting.
func TestTimesAreOfWork(t *testing.T) {
	var waited, worked times
	if err := waited.add(func() error { time.Sleep(20 * time.Millisecond); return nil }); err != nil {
		t.Fatal(err)
	}
	failed := errors.New("failed")
	if err := worked.add(func() error { return failed }); !errors.Is(err, failed) || len(worked) != 0 {
		t.Errorf("a query that fails gives %v and counts as %v", err, worked)
	}
	n := 0
	if err := worked.add(func() error {
		for i := range 20_000_000 {
			n ^= i
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if waited.sum() >= worked.sum() {
		t.Errorf("waiting counts %v, work %v", waited, worked)
	}
}

func BenchmarkBuildIndex(b *testing.B) {
	g := newGenerator(1)
	for b.Loop() {
		built, err := buildIndex(b.Context(), g, 2000, b.TempDir())
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(built.text)
	}
}

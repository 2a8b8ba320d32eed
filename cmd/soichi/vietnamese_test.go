package main

import (
	"fmt"
	"testing"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/graph"
	"github.com/soichi/soichi/ingest"
	"github.com/soichi/soichi/store"
)

func TestEveryReasonIsSaidInVietnamese(t *testing.T) {
	reasons := map[string]bool{}
	for _, r := range ingest.Reasons() {
		reasons[r] = true
	}
	for _, r := range read.Reasons() {
		reasons[string(r)] = true
	}
	for r := range reasons {
		if vietnamese()[r] == "" {
			t.Errorf("%s has no Vietnamese sentence", r)
		}
	}
	for name := range sentinels {
		if vietnamese()[name] == "" {
			t.Errorf("%s has no Vietnamese sentence", name)
		}
	}
	if want := len(reasons) + len(sentinels) + 2; len(vietnamese()) != want {
		t.Errorf("%d sentences for %d reasons and errors", len(vietnamese()), want)
	}
}

func TestInVietnamese(t *testing.T) {
	for _, tt := range []struct {
		err  error
		want string
	}{
		{fmt.Errorf("open library /x: %w", store.ErrLibraryMissing), "chưa có kho văn bản ở đây"},
		{fmt.Errorf("x: %w", catalog.ErrNotFound), "kho không có văn bản này, cũng không văn bản nào viện dẫn nó"},
		{&catalog.NotHeldError{Node: &graph.Node{}}, "văn bản này được viện dẫn nhưng chưa có trong kho"},
		{&catalog.AmbiguousError{}, "số hiệu này có nhiều văn bản, hãy gọi bằng mã"},
		{fmt.Errorf("no space left"), ""},
	} {
		if got := inVietnamese(tt.err); got != tt.want {
			t.Errorf("%v: %q, want %q", tt.err, got, tt.want)
		}
	}
}

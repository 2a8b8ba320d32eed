package store

import (
	"slices"
	"testing"
	"time"
)

func TestSince(t *testing.T) {
	now := day
	s, err := Open(ctx, t.TempDir(), Options{Clock: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	kept, _ := put(t, s, "/a", "1", "một việc")
	revised, _ := put(t, s, "/b", "2", "hai việc")
	gone, _ := put(t, s, "/c", "3", "ba việc")
	now = day.Add(24 * time.Hour)
	put(t, s, "/b", "2", "hai việc, đã sửa")
	fresh, _ := put(t, s, "/d", "4", "bốn việc")
	if err := s.Delete(ctx, gone); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name                    string
		from                    time.Time
		added, updated, removed []string
	}{
		{"from the second day", now, []string{fresh}, []string{revised}, []string{gone}},
		{"from the beginning nothing was held before", day, sorted(kept, revised, fresh), nil, []string{gone}},
		{"later", now.Add(time.Hour), nil, nil, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := s.Since(ctx, tt.from)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(got.Added, tt.added) || !slices.Equal(got.Updated, tt.updated) || !slices.Equal(got.Removed, tt.removed) {
				t.Errorf("%+v, want %v, %v, %v", got, tt.added, tt.updated, tt.removed)
			}
		})
	}
}

func sorted(ids ...string) []string { return slices.Sorted(slices.Values(ids)) }

package store

import (
	"bytes"
	"errors"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDecide(t *testing.T) {
	s := open(t, t.TempDir())
	id, _ := put(t, s, abs("a"), "1", "x")
	before, err := s.LastChange(ctx)
	if err != nil {
		t.Fatal(err)
	}
	one, two := map[string]string{"from": id, "to": "urn:x"}, map[string]string{"to": "urn:y", "from": "elsewhere"}
	for _, d := range []Decision{
		{Kind: "link", Keys: one, Verdict: Confirmed, Who: "lan"},
		{Kind: "link", Keys: two, Verdict: Confirmed, Who: "lan"},
		{Kind: "alignment", Keys: one, Verdict: Rejected, Who: "lan"},
		{Kind: "link", Keys: map[string]string{"to": "urn:x", "from": id}, Verdict: Rejected, Who: "minh"},
		{Kind: "link", Keys: two, Verdict: Withdrawn, Who: "minh"},
	} {
		if err := s.Decide(ctx, d); err != nil {
			t.Fatal(err)
		}
	}
	got, err := s.Decisions(ctx, "link")
	want := []Decision{{Kind: "link", Keys: one, Verdict: Rejected, Who: "minh", At: day}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
	changes, err := s.Changes(ctx, before, 10)
	if err != nil || len(changes) != 3 || changes[0].DocumentID != id || changes[0].Kind != ChangePut {
		t.Errorf("changes %+v %v", changes, err)
	}
	for name, d := range map[string]Decision{
		"no kind": {Keys: one, Verdict: Confirmed, Who: "lan"}, "no keys": {Kind: "link", Verdict: Confirmed, Who: "lan"},
		"no person": {Kind: "link", Keys: one, Verdict: Confirmed}, "no such verdict": {Kind: "link", Keys: one, Verdict: "perhaps", Who: "lan"},
	} {
		if err := s.Decide(ctx, d); !errors.Is(err, ErrBadDecision) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestDeleteAndRefuse(t *testing.T) {
	s := open(t, t.TempDir())
	id, _ := put(t, s, abs("a"), "1", "a word that must not stay on the disk")
	if err := correct(s, id, "place", `{"value": "Hà Nội"}`); err != nil {
		t.Fatal(err)
	}
	if err := s.Decide(ctx, Decision{Kind: "link", Keys: map[string]string{"from": id}, Verdict: Confirmed, Who: "lan"}); err != nil {
		t.Fatal(err)
	}
	if err := s.Delete(ctx, id); err != nil {
		t.Fatal(err)
	}
	if err := s.Delete(ctx, id); !errors.Is(err, ErrNotFound) {
		t.Error("deleted twice: ", err)
	}
	for _, suffix := range []string{"", "-wal"} {
		data, err := os.ReadFile(s.file + suffix)
		if err != nil || bytes.Contains(data, []byte("must not stay")) {
			t.Errorf("the words are still in library.db%s (%v)", suffix, err)
		}
	}
	for _, err := range []error{second(s.Get(ctx, id)), second(s.GetText(ctx, id)), second(s.Versions(ctx, id)), second(s.FindByPath(ctx, abs("a")))} {
		if !errors.Is(err, ErrNotFound) {
			t.Error(err)
		}
	}
	if all, err := s.Corrections(ctx, id); err != nil || len(all) > 0 {
		t.Error(all, err)
	}
	if ds, err := s.Decisions(ctx, "link"); err != nil || len(ds) != 1 {
		t.Error("decisions outlive the document: ", ds, err)
	}
	if again, outcome := put(t, s, abs("a"), "1", "a word that must not stay on the disk"); again != id || outcome != Added {
		t.Error(again, outcome)
	}
	sound(t, s)
}

func second[T any](_ T, err error) error { return err }

func TestQuarantineAndFailures(t *testing.T) {
	s := open(t, t.TempDir())
	path := abs("a")
	steps := []struct {
		name         string
		do           func() error
		secret, fail int
	}{
		{"failed", func() error { return s.Fail(ctx, path, "", "truncated", "it ends too soon") }, 0, 1},
		{"failed again, otherwise", func() error { return s.Fail(ctx, path, "", "damaged", "") }, 0, 1},
		{"secret", func() error { return s.Quarantine(ctx, path, "ab", "MẬT") }, 1, 0},
		{"unreadable with the same bytes", func() error { return s.Fail(ctx, path, "ab", "damaged", "") }, 1, 1},
		{"unreadable with others", func() error { return s.Fail(ctx, path, "cd", "damaged", "") }, 0, 1},
		{"readable", func() error { return third(s.Put(ctx, doc(path, "1", "x"), []byte("x"), old, version)) }, 0, 0},
	}
	for _, st := range steps {
		if err := st.do(); err != nil {
			t.Fatal(st.name, err)
		}
		secret, err1 := s.Quarantined(ctx)
		fail, err2 := s.Failures(ctx)
		if len(secret) != st.secret || len(fail) != st.fail || errors.Join(err1, err2) != nil {
			t.Errorf("%s: %+v %+v %v %v", st.name, secret, fail, err1, err2)
		}
	}
}

func third[T, U any](_ T, _ U, err error) error { return err }

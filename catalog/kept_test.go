package catalog

import (
	"errors"
	"testing"
)

func TestKept(t *testing.T) {
	var k kept[string, int]
	asked := 0
	ask := func(seq int64, q string) int {
		t.Helper()
		a, err := k.once(seq, q, func() (int, error) { asked++; return asked, nil })
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	first := ask(1, "a")
	if ask(1, "a") != first {
		t.Error("an answer is worked out twice")
	}
	if ask(1, "b") == first || ask(1, "a") != first {
		t.Error("two questions have one answer")
	}
	if ask(2, "a") == first {
		t.Error("an answer outlives a change of the library")
	}
	for _, q := range []string{"c", "d", "e", "f"} {
		ask(2, q)
	}
	if len(k.last) != answersKept {
		t.Errorf("%d answers are kept", len(k.last))
	}
	wrong := errors.New("no answer")
	if _, err := k.once(2, "g", func() (int, error) { return 0, wrong }); !errors.Is(err, wrong) {
		t.Errorf("got %v", err)
	}
	if _, ok := k.get(2, "g"); ok {
		t.Error("what failed is kept")
	}
}

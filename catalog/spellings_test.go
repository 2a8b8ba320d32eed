package catalog

import (
	"reflect"
	"testing"

	"github.com/soichi/soichi/index"
)

func TestSpellingsOfOneIssuerCountTogether(t *testing.T) {
	got := spellings([]index.Count{{Value: "Bộ Y tế", Count: 5}, {Value: "Bộ Văn hóa", Count: 4}, {Value: "Bộ Văn hoá", Count: 3}, {Value: "Bộ Nội vụ", Count: 1}})
	want := []Count{{Value: "Bộ Văn hóa", Count: 7}, {Value: "Bộ Y tế", Count: 5}, {Value: "Bộ Nội vụ", Count: 1}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := spellings(nil); len(got) != 0 || got == nil {
		t.Errorf("nothing counted gives %#v", got)
	}
}

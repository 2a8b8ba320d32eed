package register

import (
	"strings"

	"github.com/soichi/soichi/document"
)

// How sure each way of finding a body by name is. They order the ways; the number is the score that Find returns.
const (
	byName    = 1.0
	byAlias   = 0.97
	byOffice  = 0.94
	byFolding = 0.9  // marks lost or wrong, as in capitals read by OCR
	bySlip    = 0.8  // one letter off in a long name of a national body
	ofAnother = 0.75 // the right name at a time when the body did not exist
)

// slipLength is the shortest folded name that may differ by one letter. Below it, names of different bodies are that
// close ("Sở Y tế", "Bộ Y tế").
const slipLength = 18

// Find gives the body that a name meant on a day, and how sure that is in 0..1. The name may be abbreviated, wrongly
// cased or toned, or be that of the body's head. A name that several bodies bear gives none.
func (r *Register) Find(name, on string) (*Body, float64) {
	k := key(name)
	if k == "" {
		return nil, 0
	}
	if b, s := r.lookup(k, on); b != nil {
		return b, s
	}
	if rest, ok := withoutOffice(k); ok {
		if b, s := r.lookup(rest, on); b != nil {
			return b, min(s, byOffice)
		}
		k = rest
	}
	if b := r.slip(document.FoldASCII(k), on); b != nil {
		return b, bySlip
	}
	return nil, 0
}

// lookup finds a key exactly, then with its marks folded away, then at any time.
func (r *Register) lookup(k, on string) (*Body, float64) {
	if b, s := pick(r.name[k], on); b != nil {
		return b, s
	}
	folded := document.FoldASCII(k)
	if b, s := pick(r.ascii[folded], on); b != nil {
		return b, s * byFolding
	}
	if on == "" {
		return nil, 0
	}
	if b, _ := pick(r.name[k], ""); b != nil {
		return b, ofAnother
	}
	return nil, 0
}

// pick chooses the one body of the entries that existed on the day: its own name goes before an alias, and several
// stretches of one name count as one body, of which the latest is given.
func pick(entries []entry, on string) (*Body, float64) {
	var best *Body
	score := 0.0
	for _, e := range entries {
		if !e.body.On(on) {
			continue
		}
		s := byName
		if e.alias {
			s = byAlias
		}
		switch {
		case best == nil || s > score:
			best, score = e.body, s
		case s < score:
		case e.body.Name != best.Name:
			return nil, 0
		case e.body.To == "" || best.To != "" && e.body.To > best.To:
			best = e.body
		}
	}
	return best, score
}

// slip finds the one national body whose folded name is one letter off. Local bodies are left out, because names of
// provinces are that close to each other.
func (r *Register) slip(folded, on string) *Body {
	if len(folded) < slipLength {
		return nil
	}
	var found *Body
	for _, n := range r.national {
		if !n.body.On(on) || !sameHead(n.key, folded) || !oneOff(n.key, folded) {
			continue
		}
		if found != nil && found.Name != n.body.Name {
			return nil
		}
		found = n.body
	}
	return found
}

// sameHead tells whether two keys begin with the same word: "Bộ" and "Sở" are one letter apart.
func sameHead(a, b string) bool {
	x, _, _ := strings.Cut(a, " ")
	y, _, _ := strings.Cut(b, " ")
	return x == y
}

// oneOff tells whether two ASCII strings differ by one letter put in, left out or changed, digits excepted.
func oneOff(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if i == len(b) || digit(b[i]) || i < len(a) && digit(a[i]) {
		return false
	}
	if len(a) == len(b) {
		return a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

// Canonical gives the name under which a unit is compared across documents: the full name of the body where the
// register knows it, else the words in their comparable form.
func (r *Register) Canonical(name, on string) string {
	if b, s := r.Find(name, on); b != nil && s >= ofAnother {
		return b.Name
	}
	k := key(name)
	if rest, ok := withoutOffice(k); ok {
		return rest
	}
	return k
}

package register

import (
	"strings"

	"github.com/soichi/soichi/document"
)

// IssuerOf gives the body that a symbol names as its issuer on a day, nil where the symbol does not decide. A code that
// many bodies share (UBND, VKS, TU) is decided by context: the name of a body that stands near, such as the issuer
// phrase of a mention or the issuer of the citing document, or a bare province.
func (r *Register) IssuerOf(s document.Symbol, on, context string) *Body {
	organ := s.Organ()
	if organ == "" {
		return nil
	}
	candidates := r.ByCode(organ, on)
	if len(candidates) == 0 && strings.HasPrefix(organ, "BCS") {
		candidates = r.ByCode("BCSĐ", on)
	}
	if context != "" {
		if b := r.near(candidates, context, on); b != nil {
			return b
		}
	}
	if len(candidates) == 1 && candidates[0].Province == "" && !shared[candidates[0].Code] {
		return candidates[0]
	}
	return nil
}

// shared are codes of which the register holds one or few bodies but which many others bear.
var shared = map[string]bool{"ĐU": true, "BCSĐ": true, "CT": true, "HĐTĐKT": true}

// near chooses the candidate that the context names, or that sits in the province of the body that the context names.
func (r *Register) near(candidates []*Body, context, on string) *Body {
	named, _ := r.Find(context, on)
	var place string
	if named != nil {
		place = named.Province
	} else {
		place = r.provinceIn(context)
	}
	for _, b := range candidates {
		if named != nil && b.Name == named.Name {
			return b
		}
	}
	if place == "" {
		return nil
	}
	for _, b := range candidates {
		if b.Province == place {
			return b
		}
	}
	return nil
}

// Province gives the bare name of the province that the words speak of ("UBND tỉnh Sơn La", "thành phố Huế"), or "".
func (r *Register) Province(words string) string {
	if b, _ := r.Find(words, ""); b != nil && b.Province != "" {
		return b.Province
	}
	return r.provinceIn(words)
}

// provinceIn finds the longest province name that the words end with or hold after "tỉnh" or "thành phố".
func (r *Register) provinceIn(words string) string {
	k := " " + key(words) + " "
	best := ""
	for _, p := range r.provinces {
		name := key(p)
		if !strings.Contains(k, " tỉnh "+name+" ") && !strings.Contains(k, " thành phố "+name+" ") && strings.TrimSpace(k) != name {
			continue
		}
		if len(p) > len(best) {
			best = p
		}
	}
	return best
}

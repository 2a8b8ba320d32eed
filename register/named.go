package register

import "strings"

// named matches provinces listed after a name of local bodies, as in "UBND các tỉnh: Kon Tum, Gia Lai", and returns how
// many words the list takes, its rank words included; 0 where no list follows.
func (e *expansion) named(at int, codes []string) int {
	i := at
	var places []string
	for i < len(e.words) {
		i = e.ranks(i)
		place, n := e.province(i)
		if n == 0 {
			break
		}
		places = append(places, place)
		i += n
	}
	if len(places) == 0 {
		return 0
	}
	for _, place := range places {
		for _, code := range codes {
			e.add(func(b *Body) bool { return b.Province == place && b.Code == code })
		}
	}
	return i - at
}

// ranks goes over "tỉnh" and "thành phố" before a province's name.
func (e *expansion) ranks(i int) int {
	for i < len(e.words) {
		switch {
		case e.words[i] == "tỉnh":
			i++
		case e.words[i] == "thành" && i+1 < len(e.words) && e.words[i+1] == "phố":
			i += 2
		default:
			return i
		}
	}
	return i
}

// longestProvince is the number of words of the longest name of a province ("thừa thiên huế", "hồ chí minh") with room
// for a hyphen between two names.
const longestProvince = 5

// province matches the bare name of a province that existed on the day and that a member of the list ends with.
func (e *expansion) province(i int) (string, int) {
	for n := min(longestProvince, len(e.words)-i); n > 0; n-- {
		if !e.ends(i + n) {
			continue
		}
		b, _ := e.r.lookup("ủy ban nhân dân "+strings.Join(e.words[i:i+n], " "), e.on)
		if b != nil && b.Province != "" {
			return b.Province, n
		}
	}
	return "", 0
}

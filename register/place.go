package register

import (
	_ "embed"
	"sync"
)

//go:embed places.tsv
var placeTable string

// places is one row of places.tsv: the names of one rank in a province during one stretch of time.
type places struct {
	rank  string
	days  Body // only From and To
	names []string
}

var placesOf = sync.OnceValue(func() map[string][]places {
	out := map[string][]places{}
	for _, row := range rows(placeTable) {
		out[row[0]] = append(out[row[0]], places{row[1], Body{From: row[2], To: row[3]}, list(row[4], ";")})
	}
	return out
})

// Places gives the districts and communes of a province on a day with their ranks, as in "huyện Mai Sơn": by rank, then by
// name. It gives none for a day of which the list of the level is not held: districts before 25/10/2019, communes before
// 1/7/2025, and both on an unknown day.
func (r *Register) Places(province, on string) []string {
	if on == "" {
		return nil
	}
	var out []string
	for _, p := range placesOf()[province] {
		if !p.days.On(on) {
			continue
		}
		for _, name := range p.names {
			out = append(out, p.rank+" "+name)
		}
	}
	return out
}

// Ended tells whether a level of government that has a list had been done away with by a day: there is none of the rank
// anywhere, and there was before.
func (r *Register) Ended(rank, on string) bool {
	known := false
	for _, rows := range placesOf() {
		for _, p := range rows {
			if p.rank != rank {
				continue
			}
			if p.days.To == "" || on == "" || p.days.To >= on {
				return false
			}
			known = true
		}
	}
	return known
}

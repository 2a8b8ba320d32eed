package graph

import "math/bits"

// dates says how two dates of which one may be a year or a month alone, or unknown, stand to each other.
type dates int

const (
	unknownDay dates = iota
	sameDay
	samePart   // they agree as far as the shorter one goes
	slippedDay // full dates that differ by what may be a slip of the pen: day and month exchanged, or one digit
	otherDay
)

// day is an ISO date with four bits a digit, so that a number that hundreds of papers bear is told apart at the cost of
// an integer each. Zero is an unknown date; a year or a month alone leaves the rest of the digits out of the mask.
type day struct{ digits, mask uint32 }

// dayOf reads "2006", "2006-01" or "2006-01-02"; anything else is unknown.
func dayOf(iso string) day {
	d := day{}
	n := 0
	for i := range len(iso) {
		switch c := iso[i]; {
		case c >= '0' && c <= '9' && n < 8:
			d.digits = d.digits<<4 | uint32(c-'0')
			n++
		case c != '-' || i != 4 && i != 7:
			return day{}
		}
	}
	if n != 4 && n != 6 && n != 8 {
		return day{}
	}
	d.digits <<= 4 * (8 - n)
	d.mask = ^uint32(0) << (4 * (8 - n))
	return d
}

// compare says how two dates stand to each other.
func (d day) compare(o day) dates {
	both := d.mask & o.mask
	differ := (d.digits ^ o.digits) & both
	switch {
	case both == 0:
		return unknownDay
	case differ == 0 && d.mask&o.mask == ^uint32(0):
		return sameDay
	case differ == 0:
		return samePart
	case both != ^uint32(0):
		return otherDay
	case differ>>(bits.TrailingZeros32(differ)&^3) <= 0xf, d.digits == o.exchanged():
		return slippedDay
	}
	return otherDay
}

// exchanged gives the digits with day and month exchanged.
func (d day) exchanged() uint32 { return d.digits&0xffff0000 | d.digits&0xff<<8 | d.digits>>8&0xff }

// compareDates compares two ISO dates.
func compareDates(a, b string) dates { return dayOf(a).compare(dayOf(b)) }

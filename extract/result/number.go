package result

import (
	"regexp"
	"strconv"
	"strings"
)

// number matches a Vietnamese figure: dots group thousands, a comma parts the decimals.
var number = regexp.MustCompile(`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?`)

// parse gives the value of a figure as the Vietnamese write it.
func parse(s string) (float64, bool) {
	s = strings.ReplaceAll(s, ".", "")
	v, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	return v, err == nil
}

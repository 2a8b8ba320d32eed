package catalog

import (
	"fmt"

	"github.com/soichi/soichi/query"
)

// FilterError says that a filter cannot hold the value that it was given.
type FilterError struct {
	Field, Value string
}

// Error names the filter, the value and what it holds.
func (e *FilterError) Error() string {
	return fmt.Sprintf("%s %q: write a day, month or year, as 2024-12-31, 2024-12 or 2024", e.Field, e.Value)
}

// period gives the first and the last day between two days, months or years, both included; "" is an open end.
func period(from, to string) (first, last string, err error) {
	var ok bool
	if from != "" {
		if first, _, ok = query.Days(from); !ok {
			return "", "", &FilterError{"from", from}
		}
	}
	if to != "" {
		if _, last, ok = query.Days(to); !ok {
			return "", "", &FilterError{"to", to}
		}
	}
	return first, last, nil
}

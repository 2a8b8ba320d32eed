package register

// Body is one issuing or receiving body during one stretch of its life.
type Body struct {
	Code  string   // as it stands in symbols, the official form: "VKSTC"; empty where it has none
	Codes []string // every form of the code, the official one first
	Name  string   // in natural case: "Viện kiểm sát nhân dân tối cao"
	Kind  string   // such as "ministry"; the full list is the column of bodies.tsv and local.tsv
	// Parent is the name of the body above, Province the bare name of the province of a local body.
	Parent, Province string
	// From and To are the first and the last day; empty where no bound is known.
	From, To string
	Into     []string // names of the bodies that took over the work
	Aliases  []string
}

// On tells whether the body existed on a day; on an unknown day it may have.
func (b *Body) On(day string) bool {
	if day == "" {
		return true
	}
	return (b.From == "" || day >= b.From) && (b.To == "" || day <= b.To || len(day) < len(b.To) && b.To[:len(day)] == day)
}

package document

// Citation is one mention of another document. Kind, Symbol, Issuer and IssuedOn are what the mention says, or what
// follows from it with certainty (an issuer from a symbol); the rest is null.
type Citation struct {
	Kind     NullString `json:"kind"`
	Symbol   NullString `json:"symbol"`
	Issuer   NullString `json:"issuer"`
	IssuedOn NullString `json:"issued_on"` // ISO 8601; a year or a month alone where the mention has no more
	// Name is the name of a document cited without number, such as "Luật Đất đai"; Title the quoted or paraphrased subject.
	Name      NullString `json:"name"`
	Title     NullString `json:"title"`
	Provision *Provision `json:"provision"`
	Relation  Relation   `json:"relation"`
	// Subject is the index in the document's list of the citation that the relation runs from, where the sentence says
	// so ("Kế hoạch số 16 thực hiện Chỉ thị số 19": Subject of the second is the first). Absent: this document.
	Subject *int `json:"subject,omitempty"`
	// Inverse tells that the sentence says the relation the other way round: the cited document is the one that acts, on
	// the subject ("Thông tư số 15 được sửa đổi bởi Thông tư số 05": amends, Inverse, Subject is Thông tư số 15).
	Inverse    bool       `json:"inverse,omitempty"`
	Footnote   NullString `json:"footnote"` // the mark of the footnote that holds the mention
	URN        NullString `json:"urn"`
	ResolvesTo NullString `json:"resolves_to"` // the id of the held document, filled in by the library
	Span       Span       `json:"span"`
	Confidence float64    `json:"confidence"`
	Method     string     `json:"method"`
}

// Provision is the part of a document that is cited, each level by its printed number; several are joined by ",", a
// range is written "5-7".
type Provision struct {
	Part    NullString `json:"phan,omitempty"`
	Chapter NullString `json:"chuong,omitempty"`
	Heading NullString `json:"muc,omitempty"`
	Article NullString `json:"dieu,omitempty"`
	Clause  NullString `json:"khoan,omitempty"`
	Point   NullString `json:"diem,omitempty"`
	Annex   NullString `json:"phu_luc,omitempty"`
}

// Relation is what one document does with another that it speaks of.
type Relation string

// The relations, in order of strength: where a document speaks of another in several ways, the first one counts.
const (
	Amends      Relation = "amends"       // sửa đổi, bổ sung
	Replaces    Relation = "replaces"     // thay thế
	Repeals     Relation = "repeals"      // bãi bỏ
	ReportsOn   Relation = "reports_on"   // báo cáo kết quả thực hiện
	Implements  Relation = "implements"   // thực hiện, triển khai
	Guides      Relation = "guides"       // hướng dẫn, quy định chi tiết
	AttachedTo  Relation = "attached_to"  // kèm theo
	RespondsTo  Relation = "responds_to"  // trả lời công văn
	OrganisedBy Relation = "organised_by" // a movement's footnote names the plan that runs it
	BasedOn     Relation = "based_on"     // căn cứ
	Cites       Relation = "cites"        // every other mention
)

// Relations lists every relation in order of strength.
func Relations() []Relation {
	return []Relation{Amends, Replaces, Repeals, ReportsOn, Implements, Guides, AttachedTo, RespondsTo, OrganisedBy, BasedOn, Cites}
}

// ELI gives the term of the European Legislation Identifier ontology for the relation, for exports. Relations that ELI
// does not know fall back to eli:cites.
func (r Relation) ELI() string {
	switch r {
	case BasedOn:
		return "eli:based_on"
	case Implements:
		return "eli:ensures_implementation_of"
	case Amends:
		return "eli:amends"
	case Replaces, Repeals:
		return "eli:repeals"
	default:
		return "eli:cites"
	}
}

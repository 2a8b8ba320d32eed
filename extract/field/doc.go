// Package field reads the fields of a document's head and foot from its outline: kind, symbol, issuer, date, place,
// title, signer, recipients, marks of secrecy and urgency. The layout is that of Nghị định 30/2020/NĐ-CP, Phụ lục I, for
// the State, of Hướng dẫn 36-HD/VPTW for the Party, and of the older rules before both.
//
// A value is taken only from the place of the layout that is the document's own: a number or a date that is cited in the
// title or the text is never its own. Where the place is lost or left blank the field is nil. Every value says where it
// stands and by which rule it was read.
package field

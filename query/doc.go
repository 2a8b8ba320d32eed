// Package query is the language of the search box: it turns what a person typed into a small tree of plain structs and
// back. It knows nothing of the index or of HTTP.
//
// Words side by side are wanted together, "in quotes" they form a phrase; +word must be there, -word must not; OR (or
// HOẶC, or |) separates alternatives and binds weaker than words side by side, because a Vietnamese word is several
// syllables; parentheses group. field:value asks one field; the fields, their aliases and examples are in [Fields].
//
// A field name touches its value: "chủ đề: Đoàn kết" pasted from a page is plain words, chủđề:"Đoàn kết" is a field.
// Start with [Parse].
package query

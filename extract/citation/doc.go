// Package citation finds the mentions of other documents in the reading view of a text: numbered ones ("Chỉ thị số
// 19/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ"), lists that share a verb, a kind or a suffix, laws and congress
// resolutions cited by name, and mentions in footnotes. Each comes with the part cited, the relation that the sentence
// states, and the mention that the relation runs from where that is not the document itself.
//
// The work is one pass of a scanner written by hand over kind words and digits, and then a few steps over the mentions
// found: relations, issuers shared in a list, repeats of a mention made in full elsewhere. A span runs from the kind's
// word to the end of number, date or issuer; the subject is kept apart as the title.
package citation

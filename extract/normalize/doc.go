// Package normalize makes the view of a text that the extraction steps read: broken lines joined to paragraphs, page
// numbers and marks of emphasis left out, footnotes moved behind the running text. The text itself is never changed; a
// [View] maps every range back to it, so that a value found across a page break still points at the right letters.
package normalize

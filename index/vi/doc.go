// Package vi cuts Vietnamese text into the tokens that are indexed: syllables, numbers and the pieces of symbols. Each
// token has two forms, an exact one (lower case, NFC, tone marks in their canonical place, i and y by a list) and a
// folded one without any marks, so that typed marks can rank first and a bare query still finds.
//
// Nothing changes the text before it is cut, so the offsets of a token are bytes of the original text: folding the text
// at a token's offsets always gives the token. A [Tokenizer] interns forms, because a few thousand syllables make up
// nearly all Vietnamese text.
//
// The package registers its analyzer with Bleve under the name [Name]; that is the only init function of the program,
// because Bleve finds analyzers through its global registry.
package vi

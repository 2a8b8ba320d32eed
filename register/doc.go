// Package register knows the bodies that issue and receive documents: their codes in symbols, their names, their parents,
// and the days between which each of them existed. A name is always asked for as of a day, because the same words name
// different bodies at different times: until 2024 "thành phố Huế" was a district city, and a paper of 2023 went to 63
// provinces where one of 2026 goes to 34.
//
// The tables are data files beside the code. A library may add its own units with [Register.With]; the columns of its
// file are those of bodies.tsv. A day is written in ISO 8601; an empty day means that it is not known, and then nothing
// is ruled out. A Register does not change once made and is safe for concurrent use.
package register

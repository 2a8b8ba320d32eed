// Package meaning gives texts vectors, so that two that say the same in other words come out near each other: "cẩm nang"
// near "sổ tay", "đăng tải" near "công khai".
//
// A text's vector is the sum of its words' vectors, rare words weighing more. Those of the words are a table that
// `go run ./internal/wordvec` counts from plain text: words are near that stand in like company. It was made from the
// official codification of Vietnamese law, so it knows what offices write about, and no names.
package meaning

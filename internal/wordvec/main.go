// Command wordvec makes the table of word vectors that align embeds: which words of Vietnamese official language stand in
// like company. It reads plain text, a paragraph a line, and writes the table; the same text gives the same table.
//
//	zcat codified-articles.jsonl.gz | jq -r .text | go run ./internal/wordvec > align/meaning/vectors.bin
//
// The table at hand was made from the official codification of Vietnamese law (pháp điển), 4.7 million syllables.
package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
)

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "wordvec:", err)
		os.Exit(1)
	}
}

// longestLine bounds a paragraph of the input, in bytes.
const longestLine = 1 << 24

// run reads the text, ties its syllables to words, counts their company and writes the table.
func run(in io.Reader, out io.Writer) error {
	var runs [][]string
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, longestLine)
	for lines.Scan() {
		runs = append(runs, runsOf(lines.Text())...)
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("read the text: %w", err)
	}
	v := count(runs)
	if len(v.words) == 0 {
		return fmt.Errorf("read the text: no word stands in it %d times", leastSeen)
	}
	return write(out, v, vectors(v.company(), dimensions))
}

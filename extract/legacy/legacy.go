// Package legacy decodes the 8-bit Vietnamese encodings from before Unicode: TCVN3 (the ABC fonts .VnTime…), VNI,
// VISCII, VPS and Windows-1258. Such text reaches a reader either as bytes, or as a string in which each byte stands as
// the character of Windows-1252 that has its code, because the file claims a Western font. The name of the font decides
// where there is one; otherwise the share of well-built Vietnamese syllables does.
package legacy

import (
	_ "embed"
	"encoding/hex"
	"fmt"
	"strings"
	"sync"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// Encoding is one of the encodings, or "" for none of them.
type Encoding string

// The encodings that can be decoded.
const (
	None   Encoding = ""
	TCVN3  Encoding = "tcvn3"
	VNI    Encoding = "vni"
	VISCII Encoding = "viscii"
	VPS    Encoding = "vps"
	CP1258 Encoding = "windows-1258"
)

// Encodings lists all encodings in the order in which they are tried: the most used first.
func Encodings() []Encoding { return []Encoding{TCVN3, VNI, CP1258, VISCII, VPS} }

//go:embed letters.tsv
var letterTable string

// tables maps, for each encoding, one byte or a pair of bytes to a letter.
var tables = sync.OnceValue(func() map[Encoding]map[string]string {
	columns := []Encoding{TCVN3, VISCII, VPS, VNI}
	out := map[Encoding]map[string]string{}
	for _, e := range columns {
		out[e] = map[string]string{}
	}
	for line := range strings.Lines(letterTable) {
		cell := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") || len(cell) != len(columns)+1 {
			continue
		}
		for i, e := range columns {
			code, err := hex.DecodeString(cell[i+1])
			if err != nil { // "-": the encoding lacks the letter
				continue
			}
			// Where two letters share a code, as capitals do in VPS, the first row stands: the small letter.
			if _, taken := out[e][string(code)]; !taken {
				out[e][string(code)] = cell[0]
			}
		}
	}
	return out
})

// Decode gives the Unicode text, in NFC, of bytes in the encoding.
func (e Encoding) Decode(data []byte) (string, error) {
	switch e {
	case CP1258:
		s, err := charmap.Windows1258.NewDecoder().Bytes(data)
		if err != nil {
			return "", fmt.Errorf("decode %s: %w", e, err)
		}
		return norm.NFC.String(string(s)), nil
	case TCVN3, VISCII, VPS, VNI:
		return norm.NFC.String(e.letters(data)), nil
	default:
		return "", fmt.Errorf("decode: unknown encoding %q", e)
	}
}

// letters maps byte for byte, for VNI the longest pair first; what the table lacks is Windows-1252.
func (e Encoding) letters(data []byte) string {
	table := tables()[e]
	var b strings.Builder
	for i := 0; i < len(data); i++ {
		if e == VNI && i+1 < len(data) {
			if l, ok := vniPair(table, data[i], data[i+1]); ok {
				b.WriteString(l)
				i++
				continue
			}
		}
		if l, ok := table[string(data[i:i+1])]; ok {
			b.WriteString(l)
			continue
		}
		b.WriteRune(charmap.Windows1252.DecodeByte(data[i]))
	}
	return b.String()
}

// vniPair finds a letter and its mark. The mark follows the case of the letter in the table, but typists mix them; the
// letter alone decides.
func vniPair(table map[string]string, letter, mark byte) (string, bool) {
	if mark < 0xc0 {
		return "", false
	}
	if l, ok := table[string([]byte{letter, mark})]; ok {
		return l, true
	}
	l, ok := table[string([]byte{letter, mark ^ 0x20})] // Windows-1252 keeps the cases of its letters 0x20 apart
	return l, ok
}

// DecodeString decodes text whose characters stand for bytes: those of Windows-1252, those of ISO 8859-1, and those of
// the private area U+F000 that Word uses for symbol fonts. Characters beyond them are already Unicode and stay.
func (e Encoding) DecodeString(s string) string {
	if e == None {
		return s
	}
	var out strings.Builder
	var run []byte
	flush := func() {
		if len(run) > 0 {
			text, err := e.Decode(run)
			if err != nil { // no decoder of this package fails on any byte
				text = string(run)
			}
			out.WriteString(text)
			run = run[:0]
		}
	}
	for _, r := range s {
		if b, ok := asByte(r); ok {
			run = append(run, b)
			continue
		}
		flush()
		out.WriteRune(r)
	}
	flush()
	return norm.NFC.String(out.String())
}

// asByte gives the byte that a character of a Western or symbol font stands for.
func asByte(r rune) (byte, bool) {
	if r >= 0xf000 && r <= 0xf0ff {
		return byte(r - 0xf000), true
	}
	if r < 0x100 {
		return byte(r), true
	}
	return charmap.Windows1252.EncodeRune(r)
}

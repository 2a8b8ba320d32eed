package viet

// Lower folds Vietnamese letters to lower case; every one keeps its length in bytes, so that offsets stay true, and letters
// that Vietnamese does not have are left as they are. It works on bytes, because documents are folded whole; what has no
// capitals comes back as it is, without a copy.
func Lower(s string) string {
	first := 0
	for first < len(s) && lowered(s, first) == s[first] {
		first++
	}
	if first == len(s) {
		return s
	}
	b := []byte(s)
	for i := first; i < len(b); i++ {
		b[i] = lowered(s, i)
	}
	return string(b)
}

// lowered gives the byte at i in lower case. Of a letter of several bytes it is the last one that the case changes.
func lowered(s string, i int) byte {
	c := s[i]
	switch {
	case c < 0x80:
		if 'A' <= c && c <= 'Z' {
			return c + 'a' - 'A'
		}
	case i == 0 || c > 0xBF: // the first byte of a letter
	case s[i-1] == 0xC3:
		if c <= 0x9E && c != 0x97 { // À to Þ without the times sign
			return c + 0x20
		}
	case s[i-1] == 0xC4 && (c == 0x82 || c == 0x90 || c == 0xA8), // Ă, Đ, Ĩ
		s[i-1] == 0xC5 && c == 0xA8,                // Ũ
		s[i-1] == 0xC6 && (c == 0xA0 || c == 0xAF): // Ơ, Ư
		return c + 1
	case i > 1 && s[i-2] == 0xE1 && marked(s[i-1], c): // Ạ to ỹ, capitals on even code points
		return c | 1
	}
	return c
}

// marked tells whether the bytes after 0xE1 are those of a letter between U+1EA0 and U+1EF9.
func marked(b, c byte) bool {
	return b == 0xBA && c >= 0xA0 && c <= 0xBF || b == 0xBB && c >= 0x80 && c <= 0xB9
}

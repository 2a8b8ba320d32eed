package viet

// Lower folds Vietnamese letters to lower case; every one keeps its length in bytes, so that offsets stay true, and letters
// that Vietnamese does not have are left as they are. It works on bytes, because documents are folded whole; what has no
// capitals comes back as it is, without a copy.
func Lower(s string) string {
	var b []byte // the copy, once there is something to change
	for i := range len(s) {
		c := s[i]
		low := c
		if 'A' <= c && c <= 'Z' {
			low = c + 'a' - 'A'
		} else if c >= 0x80 && c <= 0xBF && i > 0 {
			low = lastByte(s, i)
		}
		if low == c {
			continue
		}
		if b == nil {
			b = []byte(s)
		}
		b[i] = low
	}
	if b == nil {
		return s
	}
	return string(b)
}

// lastByte gives the byte at i in lower case, if it ends a letter of several bytes: the case changes no other byte of one.
func lastByte(s string, i int) byte {
	c := s[i]
	switch {
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

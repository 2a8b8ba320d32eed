package viet

// Lower folds Vietnamese letters to lower case; every one keeps its length in bytes, so that offsets stay true, and letters
// that Vietnamese does not have are left as they are. It works on bytes, because documents are folded whole.
func Lower(s string) string {
	b := []byte(s)
	for i := 0; i < len(b); i++ {
		c := b[i]
		switch {
		case 'A' <= c && c <= 'Z':
			b[i] = c + 'a' - 'A'
		case c < 0xC3 || i+1 >= len(b):
		case c == 0xC3 && b[i+1] >= 0x80 && b[i+1] <= 0x9E && b[i+1] != 0x97: // À to Þ without the times sign
			b[i+1] += 0x20
		case c == 0xC4 && (b[i+1] == 0x82 || b[i+1] == 0x90 || b[i+1] == 0xA8), // Ă, Đ, Ĩ
			c == 0xC5 && b[i+1] == 0xA8,                     // Ũ
			c == 0xC6 && (b[i+1] == 0xA0 || b[i+1] == 0xAF): // Ơ, Ư
			if b[i+1]++; b[i+1] == 0xB0 {
				continue
			}
		case c == 0xE1 && i+2 < len(b) && marked(b[i+1], b[i+2]): // Ạ to ỹ, capitals on even code points
			b[i+2] |= 1
		}
	}
	return string(b)
}

// marked tells whether the bytes after 0xE1 are those of a letter between U+1EA0 and U+1EF9.
func marked(b, c byte) bool {
	return b == 0xBA && c >= 0xA0 && c <= 0xBF || b == 0xBB && c >= 0x80 && c <= 0xB9
}

package api

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strings"
)

// maxTagged is the size of the largest answer that gets a tag. A larger one, the bytes of a file, goes out as it comes.
const maxTagged = 4 << 20

// tagged is a middleware that names each answer by its content (RFC 9110, 8.8.3) and tells a client that has the same one
// already just that. The tag is weak, because compression may change the bytes.
func tagged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			next.ServeHTTP(w, r)
			return
		}
		h := &held{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(h, r)
		if h.passing {
			return
		}
		if h.status == http.StatusOK {
			sum := sha256.Sum256(h.body.Bytes())
			tag := `W/"` + hex.EncodeToString(sum[:16]) + `"`
			w.Header().Set("ETag", tag)
			w.Header().Set("Cache-Control", "private, no-cache") // keep it, but ask again each time
			if matches(r.Header.Get("If-None-Match"), tag) {
				w.Header().Del("Content-Type")
				w.WriteHeader(http.StatusNotModified)
				return
			}
		}
		h.pass()
	})
}

// matches tells whether a list of tags holds one, compared weakly.
func matches(list, tag string) bool {
	for one := range strings.SplitSeq(list, ",") {
		if one = strings.TrimSpace(one); one == "*" || "W/"+strings.TrimPrefix(one, "W/") == tag {
			return true
		}
	}
	return false
}

// held keeps an answer back until it is whole, or too large to be kept.
type held struct {
	http.ResponseWriter
	status  int
	body    bytes.Buffer
	passing bool
}

// WriteHeader notes the status.
func (h *held) WriteHeader(status int) { h.status = status }

// Write keeps the bytes, or passes them on.
func (h *held) Write(b []byte) (int, error) {
	if !h.passing && h.body.Len()+len(b) > maxTagged {
		h.pass()
	}
	if h.passing {
		return h.ResponseWriter.Write(b)
	}
	return h.body.Write(b)
}

// pass sends what was kept, and from here on everything as it comes.
func (h *held) pass() {
	h.passing = true
	h.ResponseWriter.WriteHeader(h.status)
	_, _ = h.ResponseWriter.Write(h.body.Bytes()) // the client may have gone
}

// Unwrap lets http.ResponseController reach the writer below.
func (h *held) Unwrap() http.ResponseWriter { return h.ResponseWriter }

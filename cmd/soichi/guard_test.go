package main

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestAdmission(t *testing.T) {
	const good = "mật khẩu dài"
	for _, c := range []struct {
		name, addr, password string
		says                 string // of the error; "" for none
	}{
		{"this machine", "127.0.0.1:8080", "", ""},
		{"this machine by name", "localhost:0", "", ""},
		{"this machine in IPv6", "[::1]:8080", "", ""},
		{"this machine, with a password", "127.0.0.1:8080", good, ""},
		{"everybody", "0.0.0.0:8080", "", "$SOICHI_PASSWORD"},
		{"everybody, by leaving the host out", ":8080", "", "$SOICHI_PASSWORD"},
		{"everybody in IPv6", "[::]:8080", "", "$SOICHI_PASSWORD"},
		{"an address of the office", "192.168.1.5:8080", "", "$SOICHI_PASSWORD"},
		{"a name that is nowhere", "nowhere.invalid:8080", "", "$SOICHI_PASSWORD"},
		{"everybody, with a password", "0.0.0.0:8080", good, ""},
		{"a short password", "127.0.0.1:8080", "1234567", "quá ngắn"},
		{"no port", "127.0.0.1", "", "HOST:PORT"},
		{"a port that is none", "127.0.0.1:http2", "", "65535"},
		{"a port too high", "127.0.0.1:65536", "", "65535"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Setenv(passwordVariable, c.password)
			password, err := admission(t.Context(), c.addr)
			var usage usageError
			switch {
			case c.says == "" && (err != nil || password != c.password):
				t.Errorf("%q, %v", password, err)
			case c.says != "" && (!errors.As(err, &usage) || !strings.Contains(err.Error(), c.says)):
				t.Errorf("%v does not say %q", err, c.says)
			case c.password != "" && err != nil && strings.Contains(err.Error(), c.password):
				t.Errorf("the password is in %v", err)
			}
		})
	}
}

func TestGuard(t *testing.T) {
	const secret = "mật khẩu dài"
	for _, c := range []struct {
		name, password string
		method, target string
		host           string
		given          string
		status         int
	}{
		{"this machine", "", "GET", "/", "localhost:8080", "", 200},
		{"this machine by its address", "", "PUT", "/api/v1/x", "127.0.0.1:8080", "", 200},
		{"this machine in IPv6", "", "GET", "/", "[::1]:8080", "", 200},
		{"no port", "", "GET", "/", "localhost", "", 200},
		{"IPv6 without a port", "", "GET", "/", "[::1]", "", 200},
		{"a name of somebody else's that leads here", "", "GET", "/api/v1/search", "evil.example:8080", "", 403},
		{"a name that only begins well", "", "GET", "/", "localhost.evil.example", "", 403},
		{"an address of the office", "", "GET", "/", "192.168.1.5:8080", "", 403},
		{"without the password", secret, "GET", "/", "van-thu.example", "", 401},
		{"with another one", secret, "GET", "/", "van-thu.example", "mật khẩu", 401},
		{"with it", secret, "GET", "/", "van-thu.example", secret, 200},
		{"writing without it", secret, "PUT", "/api/v1/x", "van-thu.example", "", 401},
		{"writing with it", secret, "PUT", "/api/v1/x", "van-thu.example", secret, 200},
		{"from this machine without it", secret, "GET", "/metrics", "localhost", "", 401},
		{"the server's health", secret, "GET", "/healthz", "van-thu.example", "", 200},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := guard(c.password)(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
			r := httptest.NewRequest(c.method, c.target, http.NoBody)
			r.Host = c.host
			if c.given != "" {
				r.SetBasicAuth("lan", c.given)
			}
			w := httptest.NewRecorder()
			h.ServeHTTP(w, r)
			if w.Code != c.status {
				t.Errorf("%d, want %d: %s", w.Code, c.status, w.Body)
			}
			if asks := w.Header().Get("WWW-Authenticate") != ""; asks != (c.status == 401) {
				t.Errorf("asks for the password: %t", asks)
			}
			if problem := w.Header().Get("Content-Type") == "application/problem+json"; problem != (c.status > 400 && strings.HasPrefix(c.target, "/api/")) {
				t.Errorf("answers as %q", w.Header().Get("Content-Type"))
			}
		})
	}
}

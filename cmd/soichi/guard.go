package main

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"strconv"

	"github.com/soichi/soichi/api"
)

// passwordVariable is the environment variable with the password that the server asks for.
const passwordVariable = "SOICHI_PASSWORD"

// minPassword is the least length of the password, in bytes.
const minPassword = 8

// realm is what a browser is told when it is asked for the password.
const realm = `Basic realm="Soichi", charset="UTF-8"`

// admission gives the password that the server at an address asks for, "" for none. An address that other machines can
// reach needs one: whoever reaches the server may read every document, correct fields and decide on evidence.
func admission(ctx context.Context, addr string) (password string, err error) {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return "", usageError{fmt.Errorf("--addr %q: write HOST:PORT: %w", addr, err)}
	}
	if _, err := strconv.ParseUint(port, 10, 16); err != nil {
		return "", usageError{fmt.Errorf("--addr %q: the port is a number up to 65535", addr)}
	}
	password = os.Getenv(passwordVariable)
	switch {
	case password != "" && len(password) < minPassword:
		return "", usageError{fmt.Errorf("$%s: mật khẩu quá ngắn (a password has %d bytes or more)", passwordVariable, minPassword)}
	case password != "" || loopback(ctx, host):
		return password, nil
	}
	return "", usageError{fmt.Errorf("--addr %s: máy khác vào được địa chỉ này, hãy đặt mật khẩu trong $%s trước (other machines reach it: set a password in $%s first)",
		addr, passwordVariable, passwordVariable)}
}

// loopback tells whether a host's name or address means this machine alone.
func loopback(ctx context.Context, host string) bool {
	if ip := net.ParseIP(host); ip != nil {
		return ip.IsLoopback()
	}
	if host == "" { // every address of this machine
		return false
	}
	found, err := net.DefaultResolver.LookupIPAddr(ctx, host)
	for _, a := range found {
		if !a.IP.IsLoopback() {
			return false
		}
	}
	return err == nil && len(found) > 0
}

// guard is a middleware that lets in who may come in. With a password every request but that for the server's health has
// to bring it, with any user name, in the way that every browser and client knows (RFC 7617). Without one the server is
// reached from this machine alone, and has to be asked for by its own name: a page of another site whose name was made to
// lead here must not read it.
func guard(password string) func(http.Handler) http.Handler {
	want := sha256.Sum256([]byte(password))
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			_, given, _ := r.BasicAuth()
			got := sha256.Sum256([]byte(given)) // of one length, so that the comparison always takes the same time
			switch {
			case password == "" && !local(r.Host):
				api.Refuse(w, r, http.StatusForbidden, errStranger)
			case password != "" && r.URL.Path != "/healthz" && subtle.ConstantTimeCompare(got[:], want[:]) != 1:
				w.Header().Set("WWW-Authenticate", realm)
				api.Refuse(w, r, http.StatusUnauthorized, errPassword)
			default:
				next.ServeHTTP(w, r)
			}
		})
	}
}

var (
	errStranger = errors.New("hãy mở bằng địa chỉ http://localhost (ask for this server as localhost; to serve another name set $" + passwordVariable + ")")
	errPassword = errors.New("cần mật khẩu (the password is needed)")
)

// local tells whether a request's Host header names this machine.
func local(hostPort string) bool {
	host, _, err := net.SplitHostPort(hostPort)
	if err != nil {
		host = hostPort
	}
	if len(host) > 2 && host[0] == '[' {
		host = host[1 : len(host)-1]
	}
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

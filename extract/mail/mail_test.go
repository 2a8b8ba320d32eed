package mail

import (
	"encoding/base64"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/extract/readtest"
)

const header = "From: =?UTF-8?B?" + "TMOqIEE=" + "?= <a@example.vn>\r\nTo: b@example.vn\r\nSubject: =?UTF-8?Q?K=E1=BA=BF_ho=E1=BA=A1ch?=\r\nDate: Mon, 5 Feb 2024 08:00:00 +0700\r\nMIME-Version: 1.0\r\n"

// message writes a mail of parts, each with its header.
func message(kind string, parts ...string) []byte {
	out := header + "Content-Type: multipart/" + kind + "; boundary=\"B\"\r\n\r\npreamble\r\n"
	for _, p := range parts {
		out += "--B\r\n" + p + "\r\n"
	}
	return []byte(out + "--B--\r\n")
}

var attachment = "Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"=?UTF-8?B?" +
	base64.StdEncoding.EncodeToString([]byte("kế hoạch.txt")) + "?=\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
	base64.StdEncoding.EncodeToString([]byte("Nội dung kèm theo"))

func TestRead(t *testing.T) {
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"plain", []byte(header + "\r\nXin gửi kế hoạch.\r\n"), "Xin gửi kế hoạch.\n"},
		{"quoted-printable", []byte(header + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nK=E1=BA=BF ho=\r\n=E1=BA=A1ch\r\n"), "Kế hoạch\n"},
		{"another character set", []byte(header + "Content-Type: text/plain; charset=windows-1258\r\n\r\nVi\xea\xf2n ki\xea\xd2m s\xe1t"), "Viện kiểm sát"},
		{"plain goes before HTML", message("alternative", "Content-Type: text/html\r\n\r\n<p>trang</p>", "Content-Type: text/plain\r\n\r\nchữ"), "chữ"},
		{"HTML alone", message("related", "Content-Type: text/html; charset=utf-8\r\n\r\n<p>trang</p>", "Content-Type: image/png\r\n\r\nx"), "trang\n"},
		{"with an attachment", message("mixed", "Content-Type: text/plain\r\n\r\nchữ", attachment), "chữ"},
		{"parts in parts", message("mixed", "Content-Type: multipart/alternative; boundary=C\r\n\r\n--C\r\nContent-Type: text/plain\r\n\r\nchữ\r\n--C--", attachment), "chữ"},
		{"a type that nobody understands", []byte(header + "Content-Type: ;;;\r\n\r\nchữ"), "chữ"},
	} {
		t.Run(c.name, func(t *testing.T) {
			res, err := Reader{}.Read(t.Context(), read.Source{Name: "a.eml", Data: c.data}, read.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			if res.Text.Content != c.want {
				t.Errorf("got %q, want %q", res.Text.Content, c.want)
			}
			if m := res.Text.Meta; m["subject"] != "Kế hoạch" || m["from"] != "Lê A <a@example.vn>" {
				t.Errorf("meta %q", m)
			}
		})
	}
}

func TestAttachments(t *testing.T) {
	inner := "Content-Type: message/rfc822\r\n\r\nFrom: c@example.vn\r\n\r\nx"
	m, err := Parse(message("mixed", "Content-Type: text/plain\r\n\r\nchữ", attachment, inner), read.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Attachments) != 2 || m.Attachments[0].Name != "kế hoạch.txt" || string(m.Attachments[0].Data) != "Nội dung kèm theo" {
		t.Errorf("got %+v", m.Attachments)
	}
	if m.Attachments[1].Name != "message.eml" {
		t.Errorf("the mail in the mail: %+v", m.Attachments[1])
	}
}

func TestErrors(t *testing.T) {
	deep := "Content-Type: text/plain\r\n\r\nx"
	for range 60 {
		deep = "Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n" + deep + "\r\n--B--"
	}
	for _, c := range []struct {
		name string
		data []byte
		lim  read.Limits
		want read.Reason
	}{
		{"no header", []byte("chữ\n"), read.Limits{}, read.Damaged},
		{"no text", message("mixed", attachment), read.Limits{}, read.NoText},
		{"too many parts", message("mixed", deep, deep, deep), read.Limits{MaxPages: 2}, read.ExpandsTooMuch},
		{"too much", message("mixed", "Content-Type: text/plain\r\n\r\n"+strings.Repeat("x", 200)), read.Limits{MaxExpanded: 100}, read.ExpandsTooMuch},
		{"cut off before the text", message("mixed")[:len(header)+60], read.Limits{}, read.NoText},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Reader{}.Read(t.Context(), read.Source{Data: c.data}, c.lim)
			if got := read.ReasonOf(err); got != c.want {
				t.Errorf("%v, want %s", err, c.want)
			}
		})
	}
}

func seeds() map[string][]byte {
	return map[string][]byte{
		"plain.eml": []byte(header + "\r\nXin gửi kế hoạch.\r\n"),
		"mixed.eml": message("mixed", "Content-Type: text/plain\r\n\r\nchữ", attachment, "Content-Type: text/html\r\n\r\n<p>x"),
	}
}

func TestSuite(t *testing.T) { readtest.Suite(t, Reader{}, seeds()) }

func FuzzRead(f *testing.F) { readtest.Fuzz(f, Reader{}, seeds()) }

// Attachments come with their names however mail programs write them, and in whatever encoding their bytes travel.
func TestNamesOfAttachments(t *testing.T) {
	for _, c := range []struct{ name, head, body, want, data string }{
		{"plain", "Content-Disposition: attachment; filename=a.doc", "x", "a.doc", "x"},
		{"encoded words", `Content-Disposition: attachment; filename="=?UTF-8?Q?k=E1=BA=BF.doc?="`, "x", "kế.doc", "x"},
		{"as RFC 2231 has it", "Content-Disposition: attachment; filename*=UTF-8''k%E1%BA%BF%20ho%E1%BA%A1ch.doc", "x", "kế hoạch.doc", "x"},
		{"by the type alone", "Content-Type: application/msword; name=b.doc\r\nContent-Disposition: attachment", "x", "b.doc", "x"},
		{"no name", "Content-Type: application/msword\r\nContent-Disposition: attachment", "x", "", "x"},
		{"base64 in lines", "Content-Disposition: attachment; filename=a\r\nContent-Transfer-Encoding: base64", "aG\r\nVsbG8=", "a", "hello"},
		{"base64 cut off", "Content-Disposition: attachment; filename=a\r\nContent-Transfer-Encoding: BASE64", "aGVsbG8gd29ybGQ", "a", "hello wor"},
		{"quoted-printable", "Content-Disposition: attachment; filename=a\r\nContent-Transfer-Encoding: quoted-printable", "=C3=AA", "a", "ê"},
		{"an encoding that nobody knows", "Content-Disposition: attachment; filename=a\r\nContent-Transfer-Encoding: x-odd", "x", "a", "x"},
		{"shown in place", "Content-Type: application/pdf; name=c.pdf\r\nContent-Disposition: inline; filename=c.pdf", "x", "c.pdf", "x"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, err := Parse(message("mixed", "Content-Type: text/plain\r\n\r\nchữ", c.head+"\r\n\r\n"+c.body), read.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			if m.Plain != "chữ" || len(m.Attachments) != 1 || m.Attachments[0].Name != c.want || string(m.Attachments[0].Data) != c.data {
				t.Errorf("got %q and %+v", m.Plain, m.Attachments)
			}
		})
	}
}

// A mail that is cut off after its text is read as far as it goes.
func TestCutOff(t *testing.T) {
	whole := message("mixed", "Content-Type: text/plain\r\n\r\nXin gửi kế hoạch.", attachment)
	m, err := Parse(whole[:len(whole)-40], read.Limits{})
	if err != nil || m.Plain != "Xin gửi kế hoạch." {
		t.Errorf("got %+v, %v", m, err)
	}
}

func TestText(t *testing.T) {
	for _, c := range []struct{ name, data, label, want string }{
		{"UTF-8 whatever the label says", "kế", "iso-8859-1", "kế"},
		{"a label", "Vi\xea\xf2n", "windows-1258", "Vi\u1ec7n"},
		{"a label that nobody knows", "\xea", "x-odd", "\xea"},
		{"no label", "\xea", "", "\xea"},
	} {
		if got := norm.NFC.String(text([]byte(c.data), c.label)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestDecodeTransfer(t *testing.T) {
	for _, tt := range []struct {
		name, encoding, body, want string
		left                       int64
		bad                        bool
	}{
		{"as it is", "8bit", "chữ", "chữ", 99, false},
		{"base64", " Base64 ", "Y2jhu68=", "chữ", 99, false},
		{"base64 that breaks off", "base64", "Y2jhu68", "ch", 99, false},
		{"no base64 at all", "base64", "~~~~", "", 99, true},
		{"quoted-printable", "quoted-printable", "ch=E1=BB=AF", "chữ", 99, false},
		{"over the limit", "base64", "Y2jhu68=", "", 4, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := &parser{left: tt.left}
			got, err := p.decode(tt.encoding, strings.NewReader(tt.body))
			if (err != nil) != tt.bad || !tt.bad && !strings.HasPrefix(string(got), tt.want) {
				t.Errorf("%q (%v), want %q", got, err, tt.want)
			}
			if !tt.bad && p.left != tt.left-int64(len(got)) {
				t.Errorf("%d bytes are left of %d after %d", p.left, tt.left, len(got))
			}
		})
	}
}

package field_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/field"
	"github.com/soichi/soichi/extract/normalize"
	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/extract/docx"
	"github.com/soichi/soichi/extract/pdf"
	"github.com/soichi/soichi/extract/plain"
	"github.com/soichi/soichi/extract/webpage"
	"github.com/soichi/soichi/extract/structure"
	"github.com/soichi/soichi/register"
)

func TestZZ(t *testing.T) {
	files, _ := filepath.Glob(os.Getenv("FILES"))
	reg := &read.Registry{}
	reg.Register(plain.Reader{}, read.Plain, read.Markdown)
	reg.Register(webpage.Reader{}, read.HTML)
	reg.Register(docx.Reader{}, read.DOCX)
	reg.Register(pdf.Reader{}, read.PDF)
	for _, f := range files {
		if filepath.Ext(f) == ".jsonl" { continue }
		b, _ := os.ReadFile(f)
		res, err := reg.Read(context.Background(), read.Source{Name: f, Data: b}, read.Limits{})
		if err != nil { fmt.Println("== ", filepath.Base(f), err); continue }
		if os.Getenv("TEXT") != "" { fmt.Println(res.Text.Content); continue }
		o := structure.Parse(normalize.NewView(res.Text))
		if os.Getenv("OUTLINE") != "" {
			for i, b := range o.Blocks { s := []rune(o.View.Para(b.Para)); if len(s) > 110 { s = append(s[:80], s[len(s)-30:]...) }
				fmt.Printf("%d R%d L%d H%v %-8s %s\n", i, b.Region, b.Level, b.Heading, b.Path, string(s)) }
			continue
		}
		h := field.Extract(o, register.Default())
		v := func(p *document.Field) string { if p == nil { return "-" }; return p.Value }
		k, is, sg := "-", "-", "-"
		if h.Kind != nil { k = h.Kind.Value + "/" + h.Kind.Method }
		if h.Issuer != nil { is = h.Issuer.Value + "[" + string(h.Issuer.Code) + "]" + h.Issuer.Method }
		if h.Signer != nil { sg = h.Signer.Value + " | " + string(h.Signer.Position) + " | " + string(h.Signer.Authority) }
		if os.Getenv("JSON") != "" {
			kv, iv, sv := "", "", ""
			if h.Kind != nil { kv = h.Kind.Value }
			if h.Issuer != nil { iv = h.Issuer.Value }
			if h.Signer != nil { sv = h.Signer.Value }
			j, _ := json.Marshal(map[string]any{"file": filepath.Base(f), "kind": kv, "symbol": v(h.Symbol), "issued_on": v(h.IssuedOn), "issuer": iv, "signer": sv, "title": v(h.Title), "place": v(h.Place)}); fmt.Println(string(j)); continue }
		fmt.Printf("== %s\n  %s %s %s %s issuer=%s\n  T=%s\n  S=%s sec=%s urg=%s\n", filepath.Base(f), k, v(h.Symbol), v(h.IssuedOn), v(h.Place), is, v(h.Title), sg, v(h.Secrecy), v(h.Urgency))
		if os.Getenv("REC") != "" {
			for _, r := range h.Recipients { fmt.Printf("     - %s <%s>\n", r.Text, r.Purpose) }
		} else { fmt.Println("  recipients", len(h.Recipients)) }
	}
}

package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/eval"
)

// newCorrect makes `soichi correct`.
func newCorrect(c *console) *cobra.Command {
	var by string
	var undo bool
	cmd := &cobra.Command{
		Use:   "correct DOC FIELD VALUE",
		Short: "Sửa một trường trích sai; lời của người luôn thắng máy (a person's value for a field)",
		Long: `Sửa một trường trích sai. Giá trị của người thắng mọi lần trích xuất sau này, được ghi tên và giờ.

FIELD: kind, symbol, issuer, issued_on, place, title, signer, signer.position, signer.authority, urgency;
tasks.N.lead, tasks.N.support, tasks.N.due (N là số thứ tự nhiệm vụ như lệnh show in ra);
recipients, themes, citations, tasks, results as JSON.
VALUE: the value, a day as 2024-05-06 or 06/05/2024, units joined by ";", or - where the document lacks the field.
The order of the arguments is free of flags: after -- VALUE may begin with a dash.`,
		Example: `  soichi correct 87/CT-TTg issued_on 12/12/2023 --by Lan
  soichi correct 87/CT-TTg tasks.3.lead 'Sở Tài chính; Sở Nội vụ'
  soichi correct 87/CT-TTg tasks.3.due --undo`,
		Args: arguments(func(cmd *cobra.Command, args []string) error {
			if undo {
				return cobra.ExactArgs(2)(cmd, args)
			}
			return cobra.ExactArgs(3)(cmd, args)
		}),
		RunE: func(cmd *cobra.Command, args []string) error {
			f := catalog.Fix{Document: args[0], Field: args[1], Who: who(by), Undo: undo}
			if !undo {
				f.Value = args[2]
			}
			return c.with(cmd.Context(), func(a *app) error { return c.correct(cmd.Context(), a, f) })
		},
	}
	cmd.Flags().StringVar(&by, "by", "", "người sửa; mặc định là tên đăng nhập (who corrects)")
	cmd.Flags().BoolVar(&undo, "undo", false, "rút lại lời sửa (take the correction back)")
	return cmd
}

// correct records what a person says and prints it as it is kept.
func (c *console) correct(ctx context.Context, a *app, f catalog.Fix) error {
	k, err := a.catalog.Correct(ctx, f)
	if errors.Is(err, catalog.ErrBadCorrection) {
		return usageError{err}
	}
	if err != nil {
		return err
	}
	if c.json {
		return c.print(k)
	}
	fmt.Fprintln(c.out, wordOf(*k))
	return nil
}

// newCorrections makes `soichi corrections`.
func newCorrections(c *console) *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:   "corrections [DOC]",
		Short: "Các lời sửa của người: ai, khi nào; --gold xuất thành bộ mẫu (what persons corrected, and as gold files)",
		Args:  arguments(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.with(cmd.Context(), func(a *app) error {
				if dir != "" {
					return c.exportGold(cmd.Context(), a, dir)
				}
				return c.corrections(cmd.Context(), a, strings.Join(args, ""))
			})
		},
	}
	cmd.Flags().StringVar(&dir, "gold", "", "ghi bộ mẫu vào thư mục, để chạy: soichi eval DIR (write gold files)")
	return cmd
}

// corrections lists every word, oldest first.
func (c *console) corrections(ctx context.Context, a *app, ref string) error {
	list, err := a.catalog.Corrections(ctx, ref)
	if err != nil {
		return err
	}
	if c.json {
		return c.print(list)
	}
	for _, k := range list {
		if _, err := fmt.Fprintf(c.out, "%s  %s\n", k.DocumentID, wordOf(k)); err != nil {
			return err
		}
	}
	return nil
}

// wordOf writes a correction on one line.
func wordOf(k catalog.Correction) string {
	value := string(k.Value)
	var plain struct{ Value string }
	switch {
	case k.Value == nil:
		value = "(rút lại)"
	case value == "null":
		value = "(không có)"
	case json.Unmarshal(k.Value, &plain) == nil && plain.Value != "":
		value = plain.Value
	}
	at := ""
	if !k.At.IsZero() {
		at = k.At.Format("  " + time.DateTime)
	}
	return fmt.Sprintf("%s: %s  (%s%s)", oneLine(k.Field, 80), oneLine(value, 200), k.Who, at)
}

// exportGold writes all that persons said as references that `soichi eval` reads: an extraction and its document for each
// corrected document, and one chain of what was decided on evidence and links.
func (c *console) exportGold(ctx context.Context, a *app, dir string) error {
	list, err := a.catalog.Gold(ctx)
	if err != nil {
		return err
	}
	files := map[string][]byte{}
	for _, g := range list {
		name := g.ID + filepath.Ext(g.Source.Name)
		g.Gold["file"] = name
		if files[g.ID+".json"], err = asGold(g.Gold); err != nil {
			return err
		}
		files[name] = g.Source.Data
	}
	judged, err := a.catalog.Judged(ctx)
	if err != nil {
		return err
	}
	if len(judged.Pairs)+len(judged.Unlinked) == 0 {
		// what an earlier export wrote no longer holds
		if err := os.Remove(filepath.Join(dir, decisionsFile)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("gold folder: %w", err)
		}
	} else {
		if files[decisionsFile], err = asGold(chainOf(judged)); err != nil {
			return err
		}
		for id, source := range judged.Documents {
			files[filepath.Join(decisionsFolder, id+filepath.Ext(source.Name))] = source.Data
		}
	}
	if err := os.MkdirAll(filepath.Join(dir, decisionsFolder), 0o750); err != nil {
		return fmt.Errorf("gold folder: %w", err)
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			return fmt.Errorf("gold folder: %w", err)
		}
	}
	c.logf("%d documents, %d decisions; score them with: soichi eval %s", len(list), len(judged.Pairs)+len(judged.Unlinked), dir)
	return nil
}

// decisionsFile is the chain that was made of decisions, decisionsFolder holds its documents.
const (
	decisionsFile   = "decisions.json"
	decisionsFolder = "decisions"
)

// asGold writes a reference as it is kept in files.
func asGold(v any) ([]byte, error) {
	data, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("write gold: %w", err)
	}
	return append(data, '\n'), nil
}

// chainOf makes a reference of decisions. Documents go by the names of their files in decisionsFolder.
func chainOf(j *catalog.Judged) eval.Chain {
	file := func(id string) string {
		if s := j.Documents[id]; s != nil {
			return id + filepath.Ext(s.Name)
		}
		return id
	}
	out := eval.Chain{Folder: decisionsFolder, Partial: true, Links: []eval.GoldLink{}, Alignments: []eval.GoldAlignment{}}
	for _, l := range j.Unlinked {
		out.Links = append(out.Links, eval.GoldLink{From: file(l[0]), To: file(l[1]), Rejected: true})
	}
	for _, p := range j.Pairs {
		if n := len(out.Alignments); n == 0 || out.Alignments[n-1].Directive != file(p.Directive) {
			out.Alignments = append(out.Alignments, eval.GoldAlignment{Directive: file(p.Directive), AsOf: catalog.EndOfTime})
		}
		last := &out.Alignments[len(out.Alignments)-1]
		last.Pairs = append(last.Pairs, eval.GoldPair{
			Task: p.Section, TaskText: p.Task, Document: file(p.Document), Quote: p.Quote, Rejected: p.Rejected,
		})
	}
	return out
}

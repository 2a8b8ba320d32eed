package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// command runs this command as a user does, with the given programs alone beside it, and gives its exit code.
func command(t *testing.T, programs map[string]string, files ...string) (out, fault string, code int) {
	t.Helper()
	dir := t.TempDir()
	for name, body := range programs {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+body+"\n"), 0o700); err != nil { //nolint:gosec // a program
			t.Fatal(err)
		}
	}
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), path, files...)
	cmd.Env = append(os.Environ(), asCommand+"=1", "PATH="+dir)
	var said, faults bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &faults
	var exit *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return said.String(), faults.String(), cmd.ProcessState.ExitCode()
}

func TestCommand(t *testing.T) {
	const folder = "../../testdata/formats/87-ct-ttg."
	cases := []struct {
		name       string
		programs   map[string]string
		files      []string
		code       int
		has, lacks []string
	}{
		{"no file", nil, nil, 2, []string{"usage: readrate FILE..."}, []string{"|"}},
		{"a missing file", nil, []string{"no-such.pdf"}, 1, []string{"count the pages"}, []string{"|"}},
		{
			"a PDF, no other tool here", nil, []string{folder + "pdf"}, 0,
			[]string{"1 files, 2 pages", "| soichi, text", "| the same, one process a file |", "| pdftotext | not installed | |", "| mutool draw -F stext | not installed | |"},
			[]string{"LibreOffice"},
		},
		{
			"a letter beside an office program", map[string]string{"soffice": "true"}, []string{folder + "rtf", folder + "docx"}, 0,
			[]string{"2 files, 2 pages", "| LibreOffice, text alone | "}, []string{"not installed", "pdftotext"},
		},
		{"a tool that fails", map[string]string{"soffice": "exit 3"}, []string{folder + "rtf"}, 1, []string{"readrate: LibreOffice, text alone: exit status 3"}, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			out, fault, code := command(t, c.programs, c.files...)
			if code != c.code {
				t.Errorf("exit code %d, want %d: %s", code, c.code, fault)
			}
			for _, want := range c.has {
				if !strings.Contains(out+fault, want) {
					t.Errorf("%q is not in:\n%s%s", want, out, fault)
				}
			}
			for _, no := range c.lacks {
				if strings.Contains(out, no) {
					t.Errorf("%q is in:\n%s", no, out)
				}
			}
		})
	}
}

// Each tool of PDF files gets every file in a process of its own; LibreOffice, slow to start, gets all in one.
func TestCommands(t *testing.T) {
	files := []string{"a.pdf", "b.pdf"}
	for _, c := range []struct {
		name  string
		tools []tool
		each  int
	}{
		{"PDF", pdfTools(t.Context()), 2}, {"office", officeTools(t.Context(), t.TempDir()), 1},
		{"ourselves, in one process", ourselves(t.Context())[:1], 1}, {"ourselves, one each", ourselves(t.Context())[1:], 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, tool := range c.tools {
				cmds := tool.commands(files)
				var named []string
				for _, cmd := range cmds {
					for _, arg := range cmd.Args[1:] {
						if slices.Contains(files, arg) {
							named = append(named, arg)
						}
					}
				}
				if len(cmds) != c.each || !slices.Equal(named, files) {
					t.Errorf("%s: %d processes that read %q", tool.name, len(cmds), named)
				}
			}
		})
	}
}

// A reader of our own has one core, as the other tools have.
func TestSelfHasOneCore(t *testing.T) {
	env := self(context.Background(), "a.pdf").Env
	for _, want := range []string{"GOMAXPROCS=1", asReader + "=1"} {
		if !slices.Contains(env, want) {
			t.Errorf("%s is not set", want)
		}
	}
}

// The work is done as often as said, and stops at the first process that fails.
func TestBestRuns(t *testing.T) {
	asked, log := 0, filepath.Join(t.TempDir(), "log")
	shell := func(bodies ...string) tool {
		return tool{"shell", func([]string) []*exec.Cmd {
			asked++
			var cmds []*exec.Cmd
			for _, b := range bodies {
				cmds = append(cmds, exec.CommandContext(t.Context(), "sh", "-c", b)) //nolint:gosec // bodies of this test
			}
			return cmds
		}}
	}
	if _, _, err := best(shell("true", "true"), nil); err != nil || asked != runs {
		t.Errorf("asked %d times, %v", asked, err)
	}
	asked = 0
	var exit *exec.ExitError
	if _, _, err := best(shell("echo x >> "+log, "exit 5", "echo y >> "+log), nil); !errors.As(err, &exit) || exit.ExitCode() != 5 || asked != 1 {
		t.Errorf("asked %d times, %v", asked, err)
	}
	if said, err := os.ReadFile(log); err != nil || string(said) != "x\n" { //nolint:gosec // a file of this test
		t.Errorf("the processes wrote %q, %v", said, err)
	}
}

package main

import (
	"bytes"
	"strings"
	"testing"
)

// Wrong usage is told apart from work that failed, says what is wrong on stderr, prints nothing else and makes no library.
func TestExitCodes(t *testing.T) {
	for _, c := range []struct {
		line string
		code int
		says string
	}{
		{"help", exitOK, ""},
		{"help coverage", exitOK, ""},
		{"help nowhere", exitUsage, `"nowhere"`},
		{"coverage --help", exitOK, ""},
		{"version --json", exitOK, ""},
		{"frobnicate", exitUsage, `"frobnicate"`},
		{"extract", exitUsage, "extract"},
		{"search x --limit -1", exitUsage, "--limit"},
		{"search x --kind nowhere", exitUsage, "chi_thi"},
		{"coverage x --min 1.5", exitUsage, "between 0 and 1"},
		{"coverage x --min -0.1", exitUsage, "between 0 and 1"},
		{"coverage x --min NaN", exitUsage, "between 0 and 1"},
		{"coverage x --as-of 2024-02-30", exitUsage, "YYYY-MM-DD"},
		{"trace x --as-of 31/12/2024", exitUsage, "YYYY-MM-DD"},
		{"serve --addr 8080", exitUsage, "HOST:PORT"},
		{"serve --addr 0.0.0.0:0", exitUsage, passwordVariable},
		{"demo --addr :0", exitUsage, passwordVariable},
		{"extract nowhere.txt", exitFail, "[not_found]"},
		{"search x", exitFail, "no library"},
		{"backup x", exitFail, "no library"},
		{"restore nowhere", exitFail, "nowhere"},
		{"eval nowhere", exitFail, "nowhere"},
	} {
		t.Run(c.line, func(t *testing.T) {
			t.Chdir(t.TempDir())
			t.Setenv("SOICHI_LIBRARY", "library")
			var out, stderr bytes.Buffer
			code := run(t.Context(), strings.Fields(c.line), &out, &stderr)
			if code != c.code || !strings.Contains(stderr.String(), c.says) {
				t.Errorf("exit %d, want %d: %s", code, c.code, stderr.String())
			}
			if (out.Len() > 0) != (c.code == exitOK) || (stderr.Len() > 0) != (c.code != exitOK) {
				t.Errorf("stdout %q, stderr %q", out.String(), stderr.String())
			}
		})
	}
}

func TestPeriodOfASearchIsUsage(t *testing.T) {
	library := t.TempDir() + "/library"
	var out, stderr bytes.Buffer
	if code := run(t.Context(), []string{"--library", library, "ingest", "../../testdata/corpus/chain1/118-cd-ttg.txt"}, &out, &stderr); code != exitOK {
		t.Fatal(stderr.String())
	}
	for line, want := range map[string]int{
		"search x --from 2024-13-01": exitUsage, "search x --to soon": exitUsage, "search x --from 2024 --to 3/2024": exitOK,
	} {
		if code := run(t.Context(), append([]string{"--library", library}, strings.Fields(line)...), &out, &stderr); code != want {
			t.Errorf("%s: exit %d, want %d: %s", line, code, want, stderr.String())
		}
	}
}

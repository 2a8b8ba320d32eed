package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// A run that is killed at any moment loses nothing that it acknowledged, and the same command goes on from there to the library
// that an undisturbed run makes. Half-way the library answers, and only the index may lag.
func TestKilledWhileIngesting(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the test binary is started under another name by a link")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(t.TempDir(), "soichi") // under this name the test binary is the program
	if err := os.Symlink(self, program); err != nil {
		t.Fatal(err)
	}
	samples := filepath.Join("..", "..", "testdata", "corpus")
	killed, whole := filepath.Join(t.TempDir(), "killed"), filepath.Join(t.TempDir(), "whole")
	held := 0
	for round := range 8 {
		cmd := exec.CommandContext(t.Context(), program, "--library", killed, "ingest", samples)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(60+110*round) * time.Millisecond)
		_ = cmd.Process.Kill() // it may have ended
		_ = cmd.Wait()         // with the signal, or well
		out, code := told(t, killed, "verify")
		if strings.Contains(out, "no library") {
			continue // killed before it was made
		}
		for _, line := range strings.Split(strings.TrimSpace(out), "\n") {
			if code != exitOK && line != "" && !strings.HasPrefix(line, "index ") && !strings.Contains(line, "--repair") {
				t.Errorf("round %d: %s", round, line)
			}
		}
		list, _ := told(t, killed, "search", "", "--limit", "100", "--json")
		if now := strings.Count(list, `"score"`); now < held {
			t.Errorf("round %d: %d documents were held, now %d", round, held, now)
		} else {
			held = now
		}
	}
	for _, library := range []string{killed, whole} {
		if out, code := told(t, library, "ingest", samples); code != exitOK {
			t.Fatalf("%s: exit %d: %s", library, code, out)
		}
	}
	for _, line := range []string{
		"verify", "search  --limit 100 --states --json", "search cháy --json", "missing --json", "trace 87/CT-TTg --json",
		"coverage 87/CT-TTg --as-of 2024-12-31 --json", "show 93/CT-TTg --json", "duties --as-of 2025-12-31 --json",
	} {
		args := strings.Split(line, " ")
		got, code := told(t, killed, args...)
		want, wantCode := told(t, whole, args...)
		if code != exitOK || wantCode != exitOK || got != want {
			t.Errorf("%s differs after kills: exit %d and %d, %d and %d bytes", line, code, wantCode, len(got), len(want))
		}
	}
}

// What a backup holds is what its library held, decisions and corrections included, wherever it is restored.
func TestBackupHoldsEverything(t *testing.T) {
	library, restored := filepath.Join(t.TempDir(), "library"), filepath.Join(t.TempDir(), "restored")
	file := filepath.Join(t.TempDir(), "kho.soichi")
	for _, args := range [][]string{
		{"ingest", filepath.Join("..", "..", "testdata", "corpus", "chain1")},
		{"confirm", "87/CT-TTg", "9", "312/BC-UBND", "--by", "Lan"}, {"reject", "87/CT-TTg", "10", "312/BC-UBND", "--by", "Lan"},
		{"unlink", "9215/KH-BNN-LN", "87/CT-TTg", "--by", "Lan"}, {"correct", "118/CĐ-TTg", "signer.position", "Phó Thủ tướng Chính phủ", "--by", "Minh"},
		{"search", "cháy rừng", "--save", "rừng"}, {"backup", file},
	} {
		if out, code := told(t, library, args...); code != exitOK {
			t.Fatalf("%v: exit %d: %s", args, code, out)
		}
	}
	if out, code := told(t, restored, "restore", file); code != exitOK {
		t.Fatalf("exit %d: %s", code, out)
	}
	for _, line := range []string{
		"verify", "corrections --json", "saved", "show 118/CĐ-TTg --json", "coverage 87/CT-TTg --as-of 2024-12-31 --json", "trace 87/CT-TTg --json",
		"search rừng --json", "missing --json", "duties --as-of 2024-12-31 --json",
	} {
		got, code := told(t, restored, strings.Split(line, " ")...)
		want, _ := told(t, library, strings.Split(line, " ")...)
		if code != exitOK || got != want {
			t.Errorf("%s differs: exit %d, %d and %d bytes", line, code, len(got), len(want))
		}
	}
}

// told runs a command on a library and gives what it said, on stdout and on stderr.
func told(t *testing.T, library string, args ...string) (said string, code int) {
	t.Helper()
	var out bytes.Buffer
	code = run(t.Context(), append([]string{"--library", library}, args...), &out, &out)
	return out.String(), code
}

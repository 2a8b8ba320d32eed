package main

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"soichi": func() { os.Exit(run(context.Background(), os.Args[1:], os.Stdout, os.Stderr)) },
	})
}

// TestStories runs the command line as people do. Each story is a file; $TESTDATA is the folder of sample documents.
func TestStories(t *testing.T) {
	samples, err := filepath.Abs(filepath.Join("..", "..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:  filepath.Join("testdata", "script"),
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"spoil": spoil},
		Setup: func(env *testscript.Env) error {
			env.Setenv("TESTDATA", samples)
			env.Setenv("SOICHI_LIBRARY", filepath.Join(env.WorkDir, "library"))
			env.Setenv("HOME", env.WorkDir)
			env.Setenv("XDG_CACHE_HOME", filepath.Join(os.TempDir(), "soichi-test-cache")) // compiled engines are kept from story to story
			return nil
		},
	})
}

// spoil overwrites the middle of every file at a path, as a bad disk does.
func spoil(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: spoil PATH")
	}
	ts.Check(filepath.WalkDir(ts.MkAbs(args[0]), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for i := len(data) / 10; i < len(data); i++ {
			data[i] = 0xa5
		}
		return os.WriteFile(path, data, 0o600)
	}))
}

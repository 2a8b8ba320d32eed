package store

import (
	"bufio"
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// The child of TestKill is this binary with killDir set; it puts documents without end and prints each that is
// acknowledged.
const killDir = "SOICHI_TEST_KILL_DIR"

func TestMain(m *testing.M) {
	if dir := os.Getenv(killDir); dir != "" {
		if err := putForever(dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

// putForever writes "path id words" for every Put that returned. Every third Put changes an earlier file, so that
// versions are at stake too.
func putForever(dir string) error {
	s, err := Open(ctx, dir, Options{})
	if err != nil {
		return err
	}
	start := time.Now().UnixNano()
	for i := 0; ; i++ {
		path := abs(fmt.Sprintf("%d-%d", start, i-i%3))
		words := fmt.Sprintf("words-%d-%d-%s", start, i, strings.Repeat("x", rand.IntN(100_000)))
		id, _, err := s.Put(ctx, doc(path, fmt.Sprint(i), words), []byte(words), old, version)
		if err != nil {
			return err
		}
		fmt.Printf("%s %s %s\n", path, id, words) // goes to the pipe at once: nothing is buffered
	}
}

// TestKill kills a writing process at random moments, five times over one library. Whatever it had acknowledged must be
// there, current and sound. A line that the kill cut off acknowledges nothing.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	dir := t.TempDir()
	acknowledged := map[string][2]string{}
	for round := range 5 {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), killDir+"="+dir)
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		timer := time.AfterFunc(time.Duration(150+rand.IntN(500))*time.Millisecond, func() { _ = cmd.Process.Kill() })
		lines := bufio.NewReader(out)
		for {
			line, err := lines.ReadString('\n')
			if err != nil {
				break
			}
			f := strings.Fields(line)
			acknowledged[f[0]] = [2]string{f[1], f[2]}
		}
		_ = cmd.Wait() // killed
		timer.Stop()
		if stderr.Len() > 0 {
			t.Fatalf("round %d: %s", round, stderr.String())
		}
		checkAcknowledged(t, dir, acknowledged)
	}
	if len(acknowledged) == 0 {
		t.Fatal("nothing was acknowledged before the kills")
	}
	t.Logf("%d files acknowledged", len(acknowledged))
}

// checkAcknowledged reopens the library. The last Put may have been done without its line being read, so a file may be
// newer than acknowledged, never older.
func checkAcknowledged(t *testing.T, dir string, acknowledged map[string][2]string) {
	t.Helper()
	s, err := Open(ctx, dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close() //nolint:errcheck // the test is about what is on disk
	sound(t, s)
	for path, want := range acknowledged {
		id, err := s.FindByPath(ctx, path)
		if err != nil || id != want[0] {
			t.Fatalf("%s: %q, %v", path, id, err)
		}
		vs, err := s.Versions(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, v := range vs {
			data, err := s.Source(ctx, v.SHA256)
			found = found || err == nil && string(data) == want[1]
		}
		if !found {
			t.Fatalf("%s: the acknowledged bytes are lost", path)
		}
	}
}

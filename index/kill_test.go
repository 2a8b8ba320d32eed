package index

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"
)

// TestKilledWriter kills a process again and again while it writes. What Apply acknowledged is there afterwards, the
// index opens, and the number of documents is that of the change number.
func TestKilledWriter(t *testing.T) {
	if dir := os.Getenv("SOICHI_TEST_WRITER"); dir != "" {
		writeUntilKilled(t, dir)
		return
	}
	if testing.Short() {
		t.Skip("starts processes")
	}
	dir := t.TempDir()
	for round := range 4 {
		cmd := exec.Command(os.Args[0], "-test.run=^TestKilledWriter$")
		cmd.Env = append(os.Environ(), "SOICHI_TEST_WRITER="+dir)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		acknowledged := int64(0)
		lines := bufio.NewScanner(out)
		kill := time.AfterFunc(30*time.Second, func() { _ = cmd.Process.Kill() }) // a writer that hangs
		for n := 0; lines.Scan(); {
			if seq, err := strconv.ParseInt(lines.Text(), 10, 64); err == nil {
				acknowledged = seq
				if n++; n == 2+round {
					time.AfterFunc(time.Duration(round)*7*time.Millisecond, func() { _ = cmd.Process.Kill() })
				}
			}
		}
		_ = cmd.Wait()
		kill.Stop()
		x, err := Open(t.Context(), dir, Options{})
		if err != nil {
			t.Fatal(err)
		}
		seq, err := x.Seq()
		count, cerr := x.Count()
		if err != nil || cerr != nil || acknowledged == 0 || seq < acknowledged || int64(count) != seq {
			t.Errorf("round %d: %d documents up to change %d, acknowledged %d; %v %v", round, count, seq, acknowledged, err, cerr)
		}
		x.Close()
	}
}

// writeUntilKilled adds one document a change, from where the index stands, and prints every change that is done.
func writeUntilKilled(t *testing.T, dir string) {
	x, err := Open(t.Context(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	seq, err := x.Seq()
	if err != nil {
		t.Fatal(err)
	}
	for {
		seq++
		if err := x.Apply(t.Context(), []Doc{{ID: fmt.Sprint(seq), Body: "thi đua"}}, nil, seq); err != nil {
			t.Fatal(err)
		}
		fmt.Println(seq)
	}
}

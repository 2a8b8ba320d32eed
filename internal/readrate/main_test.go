package main

import (
	"os"
	"os/exec"
	"testing"
	"time"
)

// asCommand makes the test program be the command.
const asCommand = "READRATE_TEST_COMMAND"

// TestMain lets the test program be the command, and the reader that the command starts.
func TestMain(m *testing.M) {
	if os.Getenv(asReader) != "" || os.Getenv(asCommand) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

func TestReadAll(t *testing.T) {
	n, err := readAll(t.Context(), []string{"../../testdata/formats/87-ct-ttg.pdf", "../../testdata/formats/87-ct-ttg.docx"})
	if n != 3 || err != nil {
		t.Errorf("%d pages, %v", n, err)
	}
	if _, err := readAll(t.Context(), []string{"no-such-file"}); err == nil {
		t.Error("a missing file gives no error")
	}
}

func TestBest(t *testing.T) {
	used, peak, err := best(ourselves(t.Context())[1], []string{"../../testdata/formats/87-ct-ttg.rtf"})
	if err != nil || used <= 0 || used > time.Minute || peak < 1<<20 {
		t.Errorf("%v, %d bytes, %v", used, peak, err)
	}
	missing := tool{"none", oneEach(func(f string) *exec.Cmd { return exec.Command("no-such-reader", f) })}
	if _, _, err := best(missing, []string{"x"}); err == nil {
		t.Error("a missing tool gives no error")
	}
}

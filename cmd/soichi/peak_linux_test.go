package main

import (
	"syscall"
	"testing"

	"github.com/soichi/soichi/extract/child"
)

// checkPeak compares the most memory that any child had, of those that have ended, with the limit.
func checkPeak(t *testing.T) {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_CHILDREN, &u); err != nil {
		t.Fatal(err)
	}
	peak := u.Maxrss << 10
	t.Logf("peak memory of a child: %d MiB", peak>>20)
	if peak > child.DefaultMemory {
		t.Errorf("a child had %d MiB", peak>>20)
	}
}

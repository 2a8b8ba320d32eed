package main

import (
	"io/fs"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"golang.org/x/sys/unix"
)

// build is what building an index took.
type build struct {
	docs   int
	text   int64         // bytes
	wall   time.Duration // without the making of the documents
	cpu    time.Duration // of all cores, with the making of the documents
	memory uint64        // peak, bytes
	size   int64         // of the index, bytes
}

// watchMemory samples the memory that the process has from the system until the function it gives is called, which
// gives the highest value in bytes. Mapped files, which the system may take back at any time, do not count.
func watchMemory() (stop func() uint64) {
	done, result := make(chan bool), make(chan uint64)
	go func() {
		var peak uint64
		for {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			peak = max(peak, m.Sys-m.HeapReleased)
			select {
			case <-done:
				result <- peak
				return
			case <-time.After(50 * time.Millisecond):
			}
		}
	}()
	return func() uint64 { close(done); return <-result }
}

// worked gives the time that processors have worked for this process (unix.CLOCK_PROCESS_CPUTIME_ID) or thread
// (unix.CLOCK_THREAD_CPUTIME_ID).
func worked(clock int32) time.Duration {
	var t unix.Timespec
	if unix.ClockGettime(clock, &t) != nil {
		return 0
	}
	return time.Duration(t.Nano())
}

func folderSize(dir string) (size int64, err error) {
	err = filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err == nil {
			size += info.Size()
		}
		return err
	})
	return size, err
}

// times are how long the queries of a kind worked.
type times []time.Duration

// add adds the time that a query worked. It is the processor time of its thread, because on a machine that has other work
// the clock tells of that work; both engines answer a query on the goroutine that asks.
func (t *times) add(run func() error) error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	start := worked(unix.CLOCK_THREAD_CPUTIME_ID)
	if err := run(); err != nil {
		return err
	}
	*t = append(*t, worked(unix.CLOCK_THREAD_CPUTIME_ID)-start)
	return nil
}

// sum gives the time that all queries worked.
func (t times) sum() time.Duration {
	sum := time.Duration(0)
	for _, d := range t {
		sum += d
	}
	return sum
}

// percentile gives the time that the share p of the queries did not pass.
func (t times) percentile(p float64) time.Duration {
	if len(t) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(t))
	return sorted[int(p*float64(len(sorted)-1)+0.5)]
}

package main

import (
	"io/fs"
	"math"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
	"time"
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

// processor gives the time that all cores have worked for this process.
func processor() time.Duration {
	var r syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &r) != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
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

// times are how long the queries of a kind took.
type times []time.Duration

// best adds the fastest of some runs.
func (t *times) best(run func() error) error {
	best := time.Duration(math.MaxInt64)
	for range runs {
		start := time.Now()
		if err := run(); err != nil {
			return err
		}
		best = min(best, time.Since(start))
	}
	*t = append(*t, best)
	return nil
}

// percentile gives the time that the share p of the queries did not pass.
func (t times) percentile(p float64) time.Duration {
	if len(t) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(t))
	return sorted[int(p*float64(len(sorted)-1)+0.5)]
}

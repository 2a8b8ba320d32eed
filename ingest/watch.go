package ingest

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
	"golang.org/x/sync/errgroup"
)

// looks is how often within Options.Settle the pending files are looked at.
const looks = 4

// Watch runs once over paths and then stays, until the context ends, which is no error. A new or changed file is read
// once it has kept its size and time for Options.Settle; new folders are watched too; files that vanish are recorded as
// gone. After the first run and after each batch done is told the report; its error ends the watch.
func (in *Ingester) Watch(ctx context.Context, paths []string, done func(*Report) error) error {
	fw, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("watch: %w", err)
	}
	w := &watcher{fw: fw, exclude: in.opt.Exclude, settle: in.opt.Settle, pending: map[string]stamp{}, batches: make(chan []string)}
	for _, p := range paths {
		if err := w.root(p); err != nil {
			return errors.Join(fmt.Errorf("watch %s: %w", p, err), fw.Close())
		}
	}
	g, inner := errgroup.WithContext(ctx)
	g.Go(func() error { return w.loop(inner) })
	g.Go(func() error { return in.follow(inner, paths, w.batches, done) })
	err = g.Wait()
	if ctx.Err() != nil { // we were told to stop, and what was under way says so too
		err = nil
	}
	return errors.Join(err, fw.Close())
}

// follow does the first run and then each batch, one after the other.
func (in *Ingester) follow(ctx context.Context, paths []string, batches <-chan []string, done func(*Report) error) error {
	for {
		report, err := in.Run(ctx, paths)
		if err != nil {
			return err
		}
		if err := done(report); err != nil {
			return err
		}
		select {
		case paths = <-batches:
		case <-ctx.Done():
			return ctx.Err()
		}
		if paths, err = in.dropGone(ctx, paths); err != nil {
			return err
		}
	}
}

// dropGone records the paths of a batch that have no file any more, folders with all that was below them, and gives the
// others.
func (in *Ingester) dropGone(ctx context.Context, batch []string) ([]string, error) {
	var there []string
	for _, p := range batch {
		if _, err := os.Lstat(p); !errors.Is(err, fs.ErrNotExist) {
			there = append(there, p)
			continue
		}
		if err := in.markGone(ctx, p); err != nil {
			return nil, err
		}
	}
	return there, nil
}

// stamp is what a pending file looked like, and since when.
type stamp struct {
	size  int64 // -1 while there is no file
	mtime time.Time
	since time.Time
}

// watcher collects what the system tells about folders into batches of files that have come to rest. Only its loop
// touches its fields.
type watcher struct {
	fw      *fsnotify.Watcher
	exclude []string
	only    map[string]bool // where a file was named rather than its folder: that file, and nothing else of the folder
	folders []string        // what was named as folders
	settle  time.Duration
	pending map[string]stamp
	batches chan []string
}

// root begins to watch what a person named. A single file is watched through its folder, because programs save by
// putting a new file in the place of the old one.
func (w *watcher) root(path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if info.IsDir() {
		w.folders = append(w.folders, path)
		return w.tree(path, func(string) {})
	}
	if w.only == nil {
		w.only = map[string]bool{}
	}
	w.only[path] = true
	return w.fw.Add(filepath.Dir(path))
}

// tree watches a folder and those below it, and tells file of what is in them: it may have come before the watch did.
func (w *watcher) tree(dir string, file func(path string)) error {
	if err := w.fw.Add(dir); err != nil {
		return err
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		switch {
		case ignored(e.Name()) || slices.Contains(w.exclude, path):
		case !e.IsDir():
			file(path)
		default:
			// A folder that cannot be watched is left to the walk, which names it.
			if err := w.tree(path, file); err != nil && !errors.Is(err, fs.ErrPermission) && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
	}
	return nil
}

// loop runs until the context ends. It never waits for a batch to be done: events go on being collected.
func (w *watcher) loop(ctx context.Context) error {
	tick := time.NewTicker(w.settle / looks)
	defer tick.Stop()
	var ready []string
	for {
		var out chan []string // nil, and so never ready, while there is nothing to send
		if len(ready) > 0 {
			out = w.batches
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case ev := <-w.fw.Events:
			w.note(ev.Name, time.Now())
		case err := <-w.fw.Errors:
			if !errors.Is(err, fsnotify.ErrEventOverflow) {
				return fmt.Errorf("watch: %w", err)
			}
			ready = merge(ready, w.folders) // we no longer know what happened: look at everything
		case now := <-tick.C:
			ready = merge(ready, w.rested(now))
		case out <- ready:
			ready = nil
		}
	}
}

// note takes an event in. What exactly happened does not matter: the path is looked at until it rests.
func (w *watcher) note(path string, now time.Time) {
	if !w.wanted(path) {
		return
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		// A folder that goes away or cannot be read meanwhile is seen again by the next event or run.
		_ = w.tree(path, func(file string) { w.pending[file] = look(file, now) })
		return
	}
	w.pending[path] = look(path, now)
}

// wanted tells whether a path is below a folder that was named, or a file that was.
func (w *watcher) wanted(path string) bool {
	if w.only[path] {
		return true
	}
	if ignored(filepath.Base(path)) || slices.Contains(w.exclude, path) {
		return false
	}
	return slices.ContainsFunc(w.folders, func(dir string) bool {
		return strings.HasPrefix(path, strings.TrimSuffix(dir, string(filepath.Separator))+string(filepath.Separator))
	})
}

// rested takes out of the pending paths those that have not changed for the settle time, sorted.
func (w *watcher) rested(now time.Time) []string {
	var out []string
	for path, was := range w.pending {
		is := look(path, now)
		switch {
		case is.size != was.size || !is.mtime.Equal(was.mtime):
			w.pending[path] = is
		case now.Sub(was.since) >= w.settle:
			out = append(out, path)
			delete(w.pending, path)
		}
	}
	slices.Sort(out)
	return out
}

func look(path string, now time.Time) stamp {
	info, err := os.Stat(path)
	if err != nil {
		return stamp{size: -1, since: now}
	}
	return stamp{size: info.Size(), mtime: info.ModTime(), since: now}
}

// merge joins two lists of paths, sorted, each path once.
func merge(a, b []string) []string {
	out := append(slices.Clone(a), b...)
	slices.Sort(out)
	return slices.Compact(out)
}

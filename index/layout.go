package index

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// schema is the version of the fields and of the folder. Any change to what is indexed raises it, and an index of
// another version is built anew instead of being migrated.
const schema = 5

// ErrRebuild means that the folder holds an index of another version or a damaged one. Rebuild makes it good.
var ErrRebuild = errors.New("the index has to be rebuilt")

// ErrLocked means that another process is writing to the index.
var ErrLocked = errors.New("the index is being written by another process")

// layout names the files of an index folder.
type layout struct{ dir string }

func (l layout) work() string          { return filepath.Join(l.dir, "work") }
func (l layout) snap(n uint64) string  { return filepath.Join(l.dir, fmt.Sprintf("snap-%06d", n)) }
func (l layout) path(n string) string  { return filepath.Join(l.dir, n) }
func (l layout) currentFile() string   { return l.path("current") }
func (l layout) schemaFile() string    { return l.path("schema") }
func (l layout) rebuilding() string    { return l.path("rebuild") }
func (l layout) schemaContent() string { return "soichi index " + strconv.Itoa(schema) + "\n" }

// lock takes the folder's lock, waiting up to wait or until ctx ends. The lock is that of an empty bbolt file, which
// is an advisory lock that works alike on every system and goes with its process.
func (l layout) lock(ctx context.Context, wait time.Duration) (unlock func(), err error) {
	const step = 200 * time.Millisecond // ctx is looked at this often
	for end := time.Now().Add(wait); ; {
		var db *bolt.DB
		err := sound(func() (err error) {
			db, err = bolt.Open(l.path("lock"), 0o600, &bolt.Options{Timeout: step, NoSync: true})
			return err
		})
		switch {
		case err == nil:
			return func() { _ = db.Close() }, nil
		case errors.Is(err, errUnsound), errors.Is(err, bolterrors.ErrInvalid), errors.Is(err, bolterrors.ErrChecksum), errors.Is(err, bolterrors.ErrVersionMismatch):
			// A full disk cut it short, or a bad one spoilt it. It holds nothing, and nobody has it open.
			if err := os.Remove(l.path("lock")); err != nil && !errors.Is(err, os.ErrNotExist) {
				return nil, fmt.Errorf("index %s: renew the lock: %w", l.dir, err)
			}
		case !errors.Is(err, bolterrors.ErrTimeout):
			return nil, fmt.Errorf("index %s: take the lock: %w", l.dir, err)
		case ctx.Err() != nil:
			return nil, fmt.Errorf("index %s: wait for the lock: %w", l.dir, ctx.Err())
		case time.Now().After(end):
			return nil, fmt.Errorf("index %s: %w (waited %v)", l.dir, ErrLocked, wait)
		}
	}
}

// errUnsound says that a file made its reader stop.
var errUnsound = errors.New("the file is damaged")

// sound runs f, which opens a file by a library that panics where the file is damaged, or maps it into memory, where reading
// beyond a file's end is a fault. Both become errUnsound.
func sound(f func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v", errUnsound, p)
		}
	}()
	return f()
}

// checkSchema compares the folder's version with the program's.
func (l layout) checkSchema() error {
	b, err := os.ReadFile(l.schemaFile())
	if err != nil {
		return fmt.Errorf("index %s: %w: %w", l.dir, ErrRebuild, err)
	}
	if string(b) != l.schemaContent() {
		return fmt.Errorf("index %s: %w: it is %q, this program writes %q", l.dir, ErrRebuild, strings.TrimSpace(string(b)), strings.TrimSpace(l.schemaContent()))
	}
	return nil
}

// current is the content of the file of that name: the snapshot that readers use, and what it holds. Bleve falls back to
// an older state of its own where a file is gone; the numbers tell.
type current struct {
	snap  uint64
	seq   int64
	count uint64
}

// current reads what readers are to use.
func (l layout) current() (current, error) {
	b, err := os.ReadFile(l.currentFile())
	if err != nil {
		return current{}, fmt.Errorf("index %s: %w: %w", l.dir, ErrRebuild, err)
	}
	var c current
	if _, err := fmt.Sscan(string(b), &c.snap, &c.seq, &c.count); err != nil {
		return current{}, fmt.Errorf("index %s: %w: current: %w", l.dir, ErrRebuild, err)
	}
	return c, nil
}

// publish makes the work folder, which must be closed and holds count documents up to change seq, the state that readers
// see. The caller holds the lock.
func (l layout) publish(seq int64, count uint64) error {
	c, err := l.current()
	if err != nil {
		c.snap = l.lastSnap() // the file was lost
	}
	next := c.snap + 1
	if err := snapshot(l.work(), l.snap(next)); err != nil {
		return fmt.Errorf("index %s: publish: %w", l.dir, err)
	}
	if err := replaceFile(l.schemaFile(), l.schemaContent()); err != nil {
		return fmt.Errorf("index %s: publish: %w", l.dir, err)
	}
	if err := replaceFile(l.currentFile(), fmt.Sprintln(next, seq, count)); err != nil {
		return fmt.Errorf("index %s: publish: %w", l.dir, err)
	}
	l.sweep(next)
	return nil
}

// lastSnap gives the highest number of a snapshot's folder.
func (l layout) lastSnap() uint64 {
	var last uint64
	dirs, _ := filepath.Glob(l.path("snap-*"))
	for _, dir := range dirs {
		if n, err := strconv.ParseUint(strings.TrimPrefix(filepath.Base(dir), "snap-"), 10, 64); err == nil {
			last = max(last, n)
		}
	}
	return last
}

// sweep removes the snapshots before n. A reader that still has one open keeps its files where the system allows that;
// elsewhere the removal fails and the next sweep tries again.
func (l layout) sweep(n uint64) {
	old, _ := filepath.Glob(l.path("snap-*"))
	for _, dir := range old {
		if dir != l.snap(n) {
			_ = os.RemoveAll(dir)
		}
	}
}

// snapshot copies the closed Bleve index at from to the folder to: segments, which never change, as hard links, the rest
// as copies.
func snapshot(from, to string) error {
	if err := os.RemoveAll(to); err != nil {
		return err
	}
	return filepath.WalkDir(from, func(path string, e os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		target := filepath.Join(to, rel)
		switch {
		case e.IsDir():
			return os.MkdirAll(target, 0o700)
		case filepath.Ext(path) == ".zap" && os.Link(path, target) == nil:
			return nil
		default:
			return copyFile(path, target)
		}
	})
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Sync(), out.Close())
}

// replaceFile writes a small file so that a reader sees the old or the new content, and never a part.
func replaceFile(name, content string) error {
	tmp := name + ".tmp"
	if err := os.WriteFile(tmp, []byte(content), 0o600); err != nil {
		return err
	}
	return os.Rename(tmp, name)
}

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
)

// found is a file that the walk came upon, or an error in its place.
type found struct {
	path string
	info fs.FileInfo
	err  error
}

// walker goes over files and folders, each folder in name order, and visits no file twice.
type walker struct {
	exclude []string
	seen    map[string]bool
	visit   func(found) error
}

// root walks what a person named: a file whatever it is called, or a folder. A link is followed here, and below only if
// it leads to a file, because links to folders can go in circles.
func (w *walker) root(ctx context.Context, path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return w.one(found{path: path, err: systemError(err)})
	}
	if info.IsDir() {
		return w.folder(ctx, path)
	}
	return w.one(found{path: path, info: info})
}

func (w *walker) folder(ctx context.Context, dir string) error {
	entries, err := os.ReadDir(dir) // sorted by name
	if err != nil {
		return w.one(found{path: dir, err: systemError(err)})
	}
	for _, e := range entries {
		if err := ctx.Err(); err != nil {
			return err
		}
		path := filepath.Join(dir, e.Name())
		if ignored(e.Name()) || slices.Contains(w.exclude, path) {
			continue
		}
		if e.IsDir() {
			err = w.folder(ctx, path)
		} else {
			err = w.entry(path)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// entry visits a file of a folder. One that has vanished since the folder was read is nobody's failure; a link to nothing
// is named.
func (w *walker) entry(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist) && vanished(path), err == nil && info.IsDir():
		return nil
	case errors.Is(err, os.ErrNotExist):
		return w.one(found{path: path, err: failf(ReasonNotFound, "the link leads to nothing")})
	case err != nil:
		return w.one(found{path: path, err: systemError(err)})
	}
	return w.one(found{path: path, info: info})
}

func (w *walker) one(f found) error {
	if w.seen[f.path] {
		return nil
	}
	w.seen[f.path] = true
	if f.err == nil && !f.info.Mode().IsRegular() {
		f.err = failf(ReasonNotAFile, "not a regular file: %s", f.info.Mode().Type())
	}
	return w.visit(f)
}

// litter lists the names and endings that programs leave beside documents and that hold none.
var (
	litterNames = []string{"thumbs.db", "desktop.ini", "$recycle.bin", "__macosx", "system volume information"}
	litterEnds  = []string{"~", ".tmp", ".temp", ".part", ".partial", ".crdownload", ".download", ".swp", ".swx", ".lock"}
)

// ignored tells whether a name in a folder is hidden, a lock file of an office program ("~$kế hoạch.docx", ".~lock.x#"),
// a copy in the making, or litter of the system.
func ignored(name string) bool {
	lower := strings.ToLower(name)
	if strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || slices.Contains(litterNames, lower) {
		return true
	}
	if strings.HasPrefix(lower, "~wrl") || strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#") {
		return true
	}
	return slices.ContainsFunc(litterEnds, func(end string) bool { return strings.HasSuffix(lower, end) })
}

// markGone records which of the paths at or below root have no file any more.
func (in *Ingester) markGone(ctx context.Context, root string) error {
	paths, err := in.store.Under(ctx, root)
	if err != nil {
		return fmt.Errorf("look for vanished files: %w", err)
	}
	for _, p := range paths {
		if !vanished(p) {
			continue
		}
		if err := in.store.Gone(ctx, p); err != nil {
			return fmt.Errorf("look for vanished files: %w", err)
		}
	}
	return nil
}

// vanished tells whether there is no file at path. What cannot be looked at has not vanished.
func vanished(path string) bool {
	_, err := os.Lstat(path)
	return errors.Is(err, os.ErrNotExist) && !inArchive(path)
}

// inArchive tells whether a file stands where the path has a folder. That is an archive, and its path goes on with or
// without a mark such as "!" between.
func inArchive(path string) bool {
	for dir := filepath.Dir(path); dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		for _, p := range []string{dir, strings.TrimRight(dir, "!#")} {
			if info, err := os.Lstat(p); err == nil {
				return !info.IsDir()
			}
		}
	}
	return false
}

package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Backup writes the library as it is at this moment into one file, while others read and write on. The file appears
// under its name only when it is whole and on disk; one that was there before is replaced then. Bytes that Options.Blobs
// keeps elsewhere are not in it.
func (s *Store) Backup(ctx context.Context, file string) error {
	dir, err := os.MkdirTemp(filepath.Dir(file), ".soichi-backup-") // VACUUM INTO wants a name that is free
	if err != nil {
		return fmt.Errorf("back up to %s: %w", file, err)
	}
	tmp := filepath.Join(dir, FileName)
	err = s.vacuumInto(ctx, tmp)
	if err == nil {
		err = publish(tmp, file)
	}
	if err = errors.Join(err, os.RemoveAll(dir)); err != nil {
		return fmt.Errorf("back up to %s: %w", file, err)
	}
	return nil
}

// vacuumInto uses a connection of its own: readers may not write even another file, and the writer would be held up.
func (s *Store) vacuumInto(ctx context.Context, tmp string) (err error) {
	name, err := dsn(s.file)
	if err != nil {
		return err
	}
	db, err := sql.Open("sqlite", name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	_, err = db.ExecContext(ctx, `VACUUM INTO ?`, tmp)
	return err
}

// Restore puts the library of a backup into dir. A library that is there already is replaced only if overwrite is set
// and no other process holds it. The backup is checked before anything is touched, and the restored library begins a
// new generation.
func Restore(ctx context.Context, file, dir string, overwrite bool) error {
	if err := restore(ctx, file, filepath.Join(dir, FileName), overwrite); err != nil {
		return fmt.Errorf("restore %s to %s: %w", file, dir, err)
	}
	return nil
}

func restore(ctx context.Context, file, target string, overwrite bool) error {
	_, err := os.Stat(target)
	exists := err == nil
	if exists && !overwrite {
		return ErrExists
	}
	if err := os.MkdirAll(filepath.Dir(target), 0o700); err != nil {
		return err
	}
	tmp, err := os.MkdirTemp(filepath.Dir(target), ".soichi-restore-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp) //nolint:errcheck // what is left is in nobody's way
	fresh := filepath.Join(tmp, FileName)
	if err := copyFile(file, fresh); err != nil {
		return err
	}
	if err := prepare(ctx, fresh); err != nil {
		return err
	}
	if exists {
		if err := retire(ctx, target); err != nil {
			return err
		}
	}
	for _, suffix := range []string{"-wal", "-shm"} { // an old log must not be played into the new file
		if err := os.Remove(target + suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return publish(fresh, target)
}

// prepare checks a copied backup, begins a new generation in it and folds its log away.
func prepare(ctx context.Context, file string) (err error) {
	if fi, err := os.Stat(file); err != nil || fi.Size() == 0 {
		return errors.Join(ErrNotLibrary, err)
	}
	s, err := openFile(ctx, file, Options{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	problems, err := s.checkFile(ctx)
	if err != nil {
		return err
	}
	if len(problems) > 0 {
		return fmt.Errorf("%w: %s", ErrDamaged, problems[0].Detail)
	}
	_, err = s.w.ExecContext(ctx, `UPDATE meta SET value = lower(hex(randomblob(16))) WHERE key = 'generation'`)
	return err
}

// retire makes sure that nobody uses the library that is about to be replaced. Leaving the log mode needs the file for
// one connection alone, which is the test.
func retire(ctx context.Context, target string) error {
	name, err := dsn(target)
	if err != nil {
		return err
	}
	db, err := sql.Open("sqlite", name)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, `PRAGMA busy_timeout = 1000; PRAGMA journal_mode = DELETE`)
	closeErr := db.Close()
	if busy(err) {
		return fmt.Errorf("%w: %w", ErrInUse, err)
	}
	if err != nil && !broken(err) { // a broken library is what a restore is for
		return err
	}
	return closeErr
}

// publish syncs a finished file and gives it its name.
func publish(tmp, file string) error {
	if err := syncPath(tmp); err != nil {
		return err
	}
	if err := os.Rename(tmp, file); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(file))
}

func syncPath(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

func copyFile(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close() //nolint:errcheck // nothing was written
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

package ingest

import (
	"context"
)

// Each gives every file at path to take, as a run would read it, without a store: a folder in name order, an archive taken
// apart, a file that cannot be read as an error in place of its bytes. It ends early with the error of take or of the
// context.
func Each(ctx context.Context, path string, x Expander, take func(path string, data []byte, err error) error) error {
	w := walker{seen: map[string]bool{}, visit: func(f found) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		if f.err != nil {
			return take(f.path, nil, f.err)
		}
		data, err := readFile(&f, defaultMaxBytes)
		if err != nil {
			return take(f.path, nil, err)
		}
		archive, bad, err := expand(ctx, x, f.path, data, func(path string, data []byte) error { return take(path, data, nil) })
		switch {
		case err != nil:
			return err
		case bad != nil:
			return take(f.path, nil, bad)
		case archive:
			return nil
		}
		return take(f.path, data, nil)
	}}
	return w.root(ctx, path)
}

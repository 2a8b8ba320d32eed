package segment

import (
	"fmt"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	index "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// Register makes the format known to Bleve, once. Bleve looks formats up in a table of its own that it does not guard, so
// that an index must not be opened in another way at the same time.
var Register = sync.OnceFunc(func() { scorch.RegisterSegmentPlugin(plugin{}, false) })

// Config adds to the settings of an index that it is to be of this format.
func Config(settings map[string]any) map[string]any {
	settings["forceSegmentType"], settings["forceSegmentVersion"] = Type, Version
	return settings
}

// plugin is the format as Bleve wants it.
type plugin struct{}

var _ scorch.SegmentPlugin = plugin{}

// Type implements Bleve's SegmentPlugin, as do the methods below.
func (plugin) Type() string { return Type }

// Version is that of the file.
func (plugin) Version() uint32 { return Version }

// New makes a segment of documents in memory.
func (plugin) New(docs []index.Document) (segment.Segment, uint64, error) {
	data, err := build(docs)
	if err != nil {
		return nil, 0, err
	}
	s, err := newBase(data, nil)
	if err != nil {
		return nil, 0, err
	}
	return inMemory{s}, uint64(len(data)), nil
}

// NewUsing is New: there are no settings.
func (p plugin) NewUsing(docs []index.Document, _ map[string]any) (segment.Segment, uint64, error) {
	return p.New(docs)
}

// Open opens a file.
func (plugin) Open(path string) (segment.Segment, error) { return open(path) }

// OpenUsing is Open: there are no settings.
func (p plugin) OpenUsing(path string, _ map[string]any) (segment.Segment, error) {
	return p.Open(path)
}

// Merge writes segments as one.
func (plugin) Merge(segments []segment.Segment, drops []*roaring.Bitmap, path string, stop chan struct{}, _ segment.StatsReporter) (numbers [][]uint64, size uint64, err error) {
	bases := make([]*base, len(segments))
	for i, s := range segments {
		switch s := s.(type) {
		case inMemory:
			bases[i] = s.base
		case onDisk:
			bases[i] = s.base
		default:
			return nil, 0, fmt.Errorf("merge: a segment is a %T", s)
		}
	}
	return merge(bases, drops, path, stop)
}

// MergeUsing is Merge: there are no settings.
func (p plugin) MergeUsing(segments []segment.Segment, drops []*roaring.Bitmap, path string, stop chan struct{}, r segment.StatsReporter, _ map[string]any) (numbers [][]uint64, size uint64, err error) {
	return p.Merge(segments, drops, path, stop, r)
}

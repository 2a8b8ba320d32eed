package segment

import (
	"encoding/binary"
	"fmt"
	"os"
	"sync/atomic"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/mmap-go"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// base is an open segment, in memory or in a file. It implements Bleve's Segment.
type base struct {
	data   []byte
	footer *footer
	fields map[string]*fieldEntry
	users  atomic.Int64
	closed func() error // when the last user has gone
}

func newBase(data []byte, closed func() error) (*base, error) {
	f, err := readFooter(data)
	if err != nil {
		return nil, err
	}
	s := &base{data: data, footer: f, fields: make(map[string]*fieldEntry, len(f.fields)), closed: closed}
	for i := range f.fields {
		s.fields[f.fields[i].name] = &f.fields[i]
	}
	s.users.Store(1)
	return s, nil
}

func (s *base) dictionary(field string) *Dictionary {
	return &Dictionary{data: s.data, docs: s.footer.docs, field: s.fields[field]}
}

// Dictionary implements Bleve's Segment, as do the methods below.
func (s *base) Dictionary(field string) (segment.TermDictionary, error) {
	return s.dictionary(field), nil
}

// VisitStoredFields gives the id, the only value that is stored.
func (s *base) VisitStoredFields(doc uint64, visit segment.StoredFieldValueVisitor) error {
	id, err := s.DocID(doc)
	if err == nil && id != nil {
		visit(idField, 't', id, nil)
	}
	return err
}

// DocID gives the id of a document, nil if there is none of this number.
func (s *base) DocID(doc uint64) ([]byte, error) {
	if doc >= s.footer.docs {
		return nil, nil
	}
	return s.dictionary(idField).term(binary.LittleEndian.Uint32(s.data[s.footer.ids+4*doc:]))
}

// Count gives the number of documents, deleted ones included.
func (s *base) Count() uint64 { return s.footer.docs }

// DocNumbers finds documents by their ids.
func (s *base) DocNumbers(ids []string) (*roaring.Bitmap, error) {
	out := roaring.NewBitmap()
	d := s.dictionary(idField)
	for _, id := range ids {
		if p, ok := d.lookup([]byte(id)); ok {
			for it := p.Iterator(false, false, false, nil).(*Iterator); it.step(0); {
				out.Add(uint32(it.doc))
			}
		}
	}
	return out, nil
}

// Fields lists the fields that have terms.
func (s *base) Fields() []string {
	var out []string
	for _, f := range s.footer.fields {
		out = append(out, f.name)
	}
	return out
}

// Size is the memory taken at most.
func (s *base) Size() int { return len(s.data) }

// AddRef counts one user more.
func (s *base) AddRef() { s.users.Add(1) }

// DecRef counts one user less; the last one closes the segment.
func (s *base) DecRef() error {
	if s.users.Add(-1) == 0 && s.closed != nil {
		return s.closed()
	}
	return nil
}

// Close gives up the use that opening was.
func (s *base) Close() error { return s.DecRef() }

// BytesRead is not counted.
func (s *base) BytesRead() uint64 { return 0 }

// ResetBytesRead does nothing, see BytesRead.
func (s *base) ResetBytesRead(uint64) {}

// BytesWritten gives the size.
func (s *base) BytesWritten() uint64 { return uint64(len(s.data)) }

// inMemory is a new segment. It implements Bleve's UnpersistedSegment.
type inMemory struct{ *base }

// Persist writes the segment to a file.
func (s inMemory) Persist(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	if _, err = f.Write(s.data); err == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		_ = os.Remove(path)
		return fmt.Errorf("write segment %s: %w", path, err)
	}
	return nil
}

// onDisk is a segment of a file. It implements Bleve's PersistedSegment.
type onDisk struct {
	*base
	path string
}

// Path gives the name of the file.
func (s onDisk) Path() string { return s.path }

// open maps a file into memory.
func open(path string) (segment.Segment, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	mapped, err := mmap.Map(f, mmap.RDONLY, 0)
	if err != nil {
		_ = f.Close()
		return nil, fmt.Errorf("open segment %s: %w", path, err)
	}
	closed := func() error {
		err := mapped.Unmap()
		if cerr := f.Close(); err == nil {
			err = cerr
		}
		return err
	}
	s, err := newBase(mapped, closed)
	if err != nil {
		_ = closed()
		return nil, fmt.Errorf("open segment %s: %w", path, err)
	}
	return onDisk{s, path}, nil
}

package archive

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"os"
	"slices"
	"testing"

	"github.com/soichi/soichi/extract/read"
)

// rarOf makes an archive of RAR 4 whose files are stored as they are. flags are those of each file's header.
func rarOf(flags uint16, files ...entry) []byte {
	var b bytes.Buffer
	b.WriteString("Rar!\x1a\x07\x00")
	header := func(kind byte, flags uint16, body []byte) {
		h := append([]byte{kind}, binary.LittleEndian.AppendUint16(nil, flags)...)
		h = binary.LittleEndian.AppendUint16(h, uint16(7+len(body)))
		h = append(h, body...)
		b.Write(binary.LittleEndian.AppendUint16(nil, uint16(crc32.ChecksumIEEE(h))))
		b.Write(h)
	}
	header(0x73, 0, make([]byte, 6))
	for _, f := range files {
		var h []byte
		h = binary.LittleEndian.AppendUint32(h, uint32(len(f.content)))
		h = binary.LittleEndian.AppendUint32(h, uint32(len(f.content)))
		h = append(h, 3) // Unix
		h = binary.LittleEndian.AppendUint32(h, crc32.ChecksumIEEE([]byte(f.content)))
		h = binary.LittleEndian.AppendUint32(h, 0)
		h = append(h, 20, 0x30) // version 2.0, stored
		h = binary.LittleEndian.AppendUint16(h, uint16(len(f.name)))
		h = binary.LittleEndian.AppendUint32(h, 0o100644)
		header(0x74, 0x8000|flags, append(h, f.name...))
		b.WriteString(f.content)
	}
	header(0x7b, 0x4000, nil)
	return b.Bytes()
}

func file(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// RAR and 7z archives give their files as ZIP archives do, and say why where they do not.
func TestRarAndSevenZip(t *testing.T) {
	one := entry{"van-ban/ke-hoach.txt", "Kế hoạch"}
	damaged := rarOf(0, one)
	damaged[bytes.Index(damaged, []byte("ho\xe1"))] ^= 1
	for _, c := range []struct {
		name, file string
		data       []byte
		want       []entry
		reason     read.Reason
	}{
		{"rar", "a.rar", rarOf(0, one, entry{"b.txt", "Báo cáo"}), []entry{{"a.rar/van-ban/ke-hoach.txt", "Kế hoạch"}, {"a.rar/b.txt", "Báo cáo"}}, ""},
		{"rar in zip", "a.zip", zipOf(t, entry{"b.rar", string(rarOf(0, one))}), []entry{{"a.zip/b.rar/van-ban/ke-hoach.txt", "Kế hoạch"}}, ""},
		{"rar with a path that leads out", "a.rar", rarOf(0, entry{"../../x.txt", "x"}), []entry{{"a.rar/x.txt", "x"}}, ""},
		{"rar with a password", "a.rar", rarOf(4, one), nil, read.Encrypted},
		{"rar with a wrong checksum", "a.rar", damaged, nil, read.Damaged},
		{"rar cut off", "a.rar", rarOf(0, one)[:60], nil, read.Truncated},
		{"7z", "a.7z", file(t, "two.7z"), []entry{{"a.7z/thư mục/kế hoạch.txt", "Kế hoạch"}, {"a.7z/b.txt", "Báo cáo"}}, ""},
		{"7z with a password", "a.7z", file(t, "locked.7z"), nil, read.Encrypted},
		{"7z cut off", "a.7z", file(t, "two.7z")[:80], nil, read.Truncated},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, is, err := expand(Expander{}, c.file, c.data)
			if !is || read.ReasonOf(err) != c.reason || !slices.Equal(got, c.want) {
				t.Errorf("archive %v, %q, %v", is, got, err)
			}
		})
	}
}

package meaning

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestDefaultIsRead(t *testing.T) {
	table, err := Read(embedded)
	if err != nil || len(table.weight) < 5000 || table.dims < 32 {
		t.Fatalf("%d words of %d coordinates, %v", len(table.weight), table.dims, err)
	}
}

func TestOtherWordsComeOutNear(t *testing.T) {
	r := Default().Reader()
	for _, tt := range []struct{ text, near, far string }{
		{"công khai kết quả trên cổng thông tin điện tử", "đăng tải trên trang thông tin điện tử", "nạo vét kênh mương"},
		{"tiêm phòng vắc xin cho gia súc", "kiểm dịch động vật", "đào tạo nghề cho lao động nông thôn"},
		{"diễn tập cứu hộ, cứu nạn", "huấn luyện lực lượng ứng phó sự cố", "thu phí sử dụng đường bộ"},
		{"bồi dưỡng nghiệp vụ cho giáo viên", "đào tạo nhà giáo", "xử lý nước thải công nghiệp"},
	} {
		text := r.Of(tt.text)
		if near, far := Near(text, r.Of(tt.near)), Near(text, r.Of(tt.far)); near < far+0.2 {
			t.Errorf("%s: %.2f to %q, %.2f to %q", tt.text, near, tt.near, far, tt.far)
		}
	}
}

func TestWritingMakesNoDifference(t *testing.T) {
	r := Default().Reader()
	want := r.Of("hoà giải ở cơ sở, thuỷ lợi")
	for _, text := range []string{"Hòa giải ở cơ sở; thủy lợi", "HÒA GIẢI Ở CƠ SỞ (thủy lợi)", "thủy lợi. 15 hòa giải ở cơ sở"} {
		if got := Near(want, r.Of(text)); got < 0.999 {
			t.Errorf("%s: %.3f", text, got)
		}
	}
}

func TestRunsAndWords(t *testing.T) {
	var runs []string
	for run := range Runs("Rà soát, lập bản đồ 15 khu vực – “trọng điểm”") {
		runs = append(runs, strings.Join(run, " "))
	}
	if want := []string{"rà soát", "lập bản đồ", "khu vực", "trọng điểm"}; !slices.Equal(runs, want) {
		t.Errorf("%q, want %q", runs, want)
	}
	known := func(pair string) bool { return pair == "bản đồ" || pair == "đồ cấp" }
	if got := Words(strings.Fields("lập bản đồ cấp xã"), known); !slices.Equal(got, []string{"lập", "bản đồ", "cấp", "xã"}) {
		t.Errorf("%q", got)
	}
}

// TestReaderTiesWordsAsWordsDoes holds that the quick way gives what the plain one does.
func TestReaderTiesWordsAsWordsDoes(t *testing.T) {
	table := Default()
	number := map[string]int32{}
	head, rest, _ := bytes.Cut(embedded, []byte("\n"))
	if !bytes.HasPrefix(head, []byte(Head)) {
		t.Fatal(string(head))
	}
	for i := range int32(len(table.weight)) {
		line, after, _ := bytes.Cut(rest, []byte("\n"))
		word, _, _ := strings.Cut(string(line), "\t")
		number[word], rest = i, after
	}
	r := table.Reader()
	word := rapid.SampledFrom(strings.Fields("rà soát, lập danh sách; bồi dưỡng nghiệp vụ 15 công khai kết quả. Phòng cháy chữa xyz hoà"))
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(word, 0, 20).Draw(t, "words"), " ")
		want, seen := make(Vector, table.dims), map[int32]bool{}
		for run := range Runs(text) {
			for _, w := range Words(run, func(pair string) bool { _, ok := number[pair]; return ok }) {
				if n, ok := number[w]; ok && !seen[n] {
					seen[n] = true
					table.addTo(want, n)
				}
			}
		}
		if got := r.Of(text); math.Abs(Near(got, want.unit())-Near(got, got)) > 1e-5 {
			t.Fatalf("%q: %v, want %v", text, got, want)
		}
	})
}

func TestLengthIsOneOrZero(t *testing.T) {
	r := Default().Reader()
	rapid.Check(t, func(t *rapid.T) {
		v := r.Of(rapid.String().Draw(t, "text"))
		other := r.Of("kiểm tra an toàn thực phẩm")
		for _, u := range []Vector{v, v.Less(0.7, other)} {
			if n := Near(u, u); n > 1e-9 && math.Abs(n-1) > 1e-4 {
				t.Fatalf("length %v", n)
			}
		}
	})
}

func TestMean(t *testing.T) {
	if got := Mean([]Vector{{1, 0}, {0, 1}}); !slices.Equal(got, Vector{0.5, 0.5}) {
		t.Errorf("%v", got)
	}
	if got := Mean(nil); got != nil {
		t.Errorf("%v", got)
	}
}

func TestReadRefusesWhatIsNoTable(t *testing.T) {
	for name, data := range map[string]string{
		"nothing": "", "another head": "x 1 1\na\t1\n0", "a word without number": Head + " 1 1\na\n0", "too few words": Head + " 2 1\na\t1\n00",
		"too few coordinates": Head + " 1 2\na\t1\n0", "none": Head + " 1 0\na\t1\n", "more words than bytes": Head + " 999999 1\n",
	} {
		if _, err := Read([]byte(data)); err == nil {
			t.Errorf("%s is read", name)
		}
	}
	if got, err := Read([]byte(Head + " 1 1\na\t1\n0")); err != nil || len(got.weight) != 1 {
		t.Errorf("%v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(Head + " 2 2\na\t3\na b\t1\n0000"))
	f.Add([]byte(Head + " -1 1\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		table, err := Read(data)
		if err != nil {
			return
		}
		if v := table.Reader().Of("a b a, b"); len(v) != table.dims {
			t.Errorf("%d coordinates, not %d", len(v), table.dims)
		}
	})
}

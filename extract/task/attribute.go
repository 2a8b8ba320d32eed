package task

import (
	"regexp"
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/structure"
)

// attributes tell what a label before a colon says of the task above it, as plans print it on lines of their own:
// "Đơn vị chủ trì: …", "Thời gian hoàn thành: …".
var attributes = []header{
	{colLead, regexp.MustCompile(`^(?:(?:các )?(?:cơ quan|đơn vị|bộ phận|tổ chức|người|cá nhân)(?:,? (?:cơ quan|đơn vị|bộ phận|cá nhân))* )?(?:được (?:giao|phân công) )?(?:chủ trì|đầu mối|phụ trách|thực hiện|chịu trách nhiệm|tham mưu)(?:,? (?:chính|thực hiện|tham mưu|triển khai))*$`)},
	{colSupport, regexp.MustCompile(`^(?:(?:các )?(?:cơ quan|đơn vị|bộ phận|tổ chức)(?:,? (?:cơ quan|đơn vị|bộ phận))* )?phối hợp(?: thực hiện)?$`)},
	{colDue, regexp.MustCompile(`^(?:thời gian|thời hạn|tiến độ|thời điểm|hạn)(?: (?:hoàn thành|thực hiện|triển khai|báo cáo|trình))*$|^hoàn thành$`)},
	{colMade, regexp.MustCompile(`^(?:sản phẩm|kết quả|đầu ra)(?: (?:đầu ra|dự kiến|cần đạt|hoàn thành|đạt được))*$`)},
}

// labelMax bounds, in bytes, the label of an attribute.
const labelMax = 80

// attribute splits a text into what it says of a task and the words that say it.
func attribute(l line) (column, line) {
	colon := strings.IndexByte(l.s[:min(len(l.s), labelMax)], ':')
	if colon < 0 {
		return colOther, l
	}
	label := strings.Trim(l.low[:colon], " \u00a0*-+")
	for _, a := range attributes {
		if a.re.MatchString(label) {
			return a.is, l.from(colon + 1).trimLeft("")
		}
	}
	return colOther, l
}

// isAttribute tells whether block i only tells something of a task above it.
func (x *extractor) isAttribute(i int) bool {
	is, value := x.attributeAt(i)
	return is != colOther && value.s != ""
}

// attributeAt reads what block i tells of a task above it; the value is empty where it stands in the dashes below.
func (x *extractor) attributeAt(i int) (column, line) {
	b := x.o.Blocks[i]
	if b.Level != structure.None && b.Level < structure.Decimal {
		return colOther, line{}
	}
	return attribute(x.text(b))
}

// describe gives what block i tells to the tasks of its division that are still without it.
func (x *extractor) describe(i int) {
	b := x.o.Blocks[i]
	is, value := attribute(x.text(b))
	for k := len(x.tasks) - 1; k >= 0 && string(x.tasks[k].Section) == b.Path; k-- {
		x.fill(&x.tasks[k], is, value)
	}
}

// fill sets what a task lacks.
func (x *extractor) fill(t *document.Task, is column, value line) {
	plain := strings.Trim(squeeze(value.s), " .;,")
	switch is {
	case colLead:
		if len(t.Lead) == 0 || !strings.HasSuffix(t.Method, "/own") {
			t.Lead = split(newLine(plain))
			how, _, _ := strings.Cut(t.Method, "/")
			t.Method = how + "/own"
		}
	case colSupport:
		t.Support = merge(t.Support, split(newLine(plain)))
	case colDue:
		if t.Due == nil {
			t.Due = x.cal.cell(newLine(plain))
		}
	case colMade:
		if t.Deliverable == "" {
			t.Deliverable = document.NullString(plain)
		}
	}
}

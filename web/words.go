package web

import "github.com/soichi/soichi/catalog"

// The words of the search page, by parameter and value.
var (
	sortNames   = map[string]string{"": "phù hợp nhất", "newest": "mới nhất", "oldest": "cũ nhất", "symbol": "theo số hiệu"}
	sortEnglish = map[string]string{"": "best", "newest": "newest", "oldest": "oldest", "symbol": "by number"}

	facetNames = map[string]string{
		"kind": "Loại", "issuer": "Cơ quan", "level": "Cấp", "year": "Năm", "theme": "Chủ đề, phong trào", "lead": "Chủ trì nhiệm vụ",
		"state": "Tình trạng trả lời",
	}
	facetEnglish = map[string]string{
		"kind": "Kind", "issuer": "Issuer", "level": "Level", "year": "Year", "theme": "Theme", "lead": "Lead of a task", "state": "Answered by",
	}

	valueNames = map[string]map[string]string{
		"level": {catalog.LevelCentral: "Trung ương", catalog.LevelProvince: "Tỉnh", catalog.LevelDistrict: "Huyện", catalog.LevelCommune: "Xã"},
		"state": {
			catalog.StateReported: "đã có báo cáo", catalog.StatePlanned: "có kế hoạch, hướng dẫn", catalog.StateAcknowledged: "mới được viện dẫn",
			catalog.StateMissing: "chưa có văn bản nào",
		},
	}
	valueEnglish = map[string]map[string]string{
		"level": {catalog.LevelCentral: "central", catalog.LevelProvince: "province", catalog.LevelDistrict: "district", catalog.LevelCommune: "commune"},
		"state": {
			catalog.StateReported: "a report", catalog.StatePlanned: "a plan or guidance", catalog.StateAcknowledged: "a citation alone",
			catalog.StateMissing: "nothing held",
		},
	}
)

// The fields of a document, by the names that a correction uses.
var (
	fieldNames = map[string]string{
		"symbol": "Số hiệu", "kind": "Loại", "issuer": "Cơ quan ban hành", "issued_on": "Ngày ban hành", "title": "Trích yếu", "signer": "Người ký",
		"signer.position": "Chức vụ người ký", "signer.authority": "Quyền hạn ký", "place": "Nơi ban hành", "urgency": "Độ khẩn",
	}
	fieldEnglish = map[string]string{
		"symbol": "Symbol", "kind": "Kind", "issuer": "Issuer", "issued_on": "Issued on", "title": "Title", "signer": "Signer",
		"signer.position": "Signer's position", "signer.authority": "Signer's authority", "place": "Place", "urgency": "Urgency",
	}
)

// kindOr names a kind where the facet is that of kinds.
func kindOr(facet, value string, name func(string) string) string {
	if facet == "kind" {
		return name(value)
	}
	return ""
}

// Package structure finds the frame of a document in its reading view: which paragraphs are letterhead, title, preamble,
// body, recipients, signature and annex, and how the numbered divisions nest. It follows the layout of Nghị định
// 30/2020/NĐ-CP, Phụ lục I, and of the Party's Hướng dẫn 36-HD/VPTW, and copes with texts that lost parts of it.
package structure

// Package report writes finished traces and coverages in the forms that people and other programs read: tree, DOT and
// Mermaid for a trace; table, CSV, HTML and XLSX for a coverage. It decides nothing: it reads what graph and coverage
// found, and every form says the same.
package report

package soichi_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/soichi/soichi"

// maxLines is the length that no file may pass: what is longer holds more than one thing.
const maxLines = 500

// layers lists, for each package, what of this module it may import; a name stands for the packages below it too. It is
// the diagram of ARCHITECTURE.md as a test.
var layers = map[string][]string{
	".":                 {},
	"document":          {},
	"viet":              {"document"},
	"register":          {"document", "viet"},
	"extract/read":      {"document"},
	"extract/normalize": {"document", "viet"},
	"extract/structure": {"document", "viet", "extract/normalize"},
	"extract":           {"document", "viet", "register", "extract"},
	"ingest":            {"document"},
	"store":             {"document"},
	"query":             {"document", "viet"},
	"index":             {"document", "viet", "query", "index"},
	"graph":             {"document", "viet"},
	"align":             {"document", "viet", "align"},
	"coverage":          {"document", "viet", "align"},
	"catalog":           {"document", "viet", "register", "store", "index", "graph", "coverage", "query"},
	"report":            {"document", "graph", "coverage"},
	"api":               {"document", "catalog", "coverage", "graph", "query", "report"},
	"web":               {"document", "catalog", "coverage", "graph", "query", "report"},
	"eval":              {"document", "viet", "graph", "coverage"},
	"internal":          {"document", "viet", "internal"},
	"internal/ocrrate":  {"document", "viet", "extract"}, // commands that measure the readers
	"internal/readrate": {"extract"},

	"internal/alignfit": {"align", "catalog", "coverage", "document", "eval", "extract", "register", "store"}, // a command that fits align
	"internal/wordvec":  {"align"},                                                                            // and one that makes its table of words

	"internal/searchbench": {"index", "query", "store"}, // a command that measures the index
	"cmd":                  {"."},
}

// onlyIn lists the libraries that one part of the program may import.
var onlyIn = map[string]string{
	"github.com/blevesearch/": "index", "github.com/nguyenthenguyen/docx": "extract/docx", "github.com/ledongthuc/pdf": "extract/pdf",
	"modernc.org/sqlite": "store", "github.com/spf13/cobra": "cmd", "github.com/danielgtaylor/huma": "api",
}

func TestImportsGoOneWay(t *testing.T) {
	eachPackage(t, func(t *testing.T, dir string, files map[string]*ast.File) {
		allowed, ok := rule(dir)
		if !ok {
			t.Errorf("%s: a package without a place in the layers: give it one in repo_test.go and ARCHITECTURE.md", dir)
			return
		}
		for name, f := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			for _, spec := range f.Imports {
				imp := strings.Trim(spec.Path.Value, `"`)
				for lib, home := range onlyIn {
					if strings.HasPrefix(imp, lib) && dir != home && !strings.HasPrefix(dir, home+"/") {
						t.Errorf("%s imports %s, which is for %s alone", name, imp, home)
					}
				}
				if imp != module && !strings.HasPrefix(imp, module+"/") {
					continue
				}
				if to := strings.TrimPrefix(strings.TrimPrefix(imp, module), "/"); dir != "cmd/soichi" && !within(allowed, to) {
					t.Errorf("%s imports %s: %s may import %v", name, to, dir, allowed)
				}
			}
		}
	})
}

// rule gives the layer of a package: its own, or that of the nearest folder above.
func rule(dir string) ([]string, bool) {
	for d := dir; ; d = path.Dir(d) {
		if allowed, ok := layers[d]; ok && (d != "." || dir == ".") {
			return allowed, true
		}
		if d == "." {
			return nil, false
		}
	}
}

func within(allowed []string, pkg string) bool {
	return slices.ContainsFunc(allowed, func(a string) bool { return pkg == a || strings.HasPrefix(pkg, a+"/") })
}

func TestEverythingIsDocumented(t *testing.T) {
	eachPackage(t, func(t *testing.T, dir string, files map[string]*ast.File) {
		documented := false
		for name, f := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			documented = documented || f.Doc != nil
			for _, decl := range f.Decls {
				for _, missing := range undocumented(decl) {
					t.Errorf("%s: %s has no doc comment", name, missing)
				}
			}
		}
		if !documented {
			t.Errorf("%s: no package comment", dir)
		}
	})
}

// undocumented lists the exported names that a declaration introduces without a comment.
func undocumented(decl ast.Decl) []string {
	switch d := decl.(type) {
	case *ast.FuncDecl:
		if d.Doc == nil && d.Name.IsExported() && exportedReceiver(d) {
			return []string{d.Name.Name}
		}
	case *ast.GenDecl:
		var out []string
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.TypeSpec:
				if s.Name.IsExported() && d.Doc == nil && s.Doc == nil {
					out = append(out, s.Name.Name)
				}
			case *ast.ValueSpec:
				for _, n := range s.Names {
					if n.IsExported() && d.Doc == nil && s.Doc == nil && s.Comment == nil {
						out = append(out, n.Name)
					}
				}
			}
		}
		return out
	}
	return nil
}

// exportedReceiver tells whether a function is no method of an unexported type.
func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil || len(d.Recv.List) == 0 {
		return true
	}
	typ := d.Recv.List[0].Type
	for {
		switch x := typ.(type) {
		case *ast.StarExpr:
			typ = x.X
		case *ast.IndexExpr:
			typ = x.X
		case *ast.Ident:
			return x.IsExported()
		default:
			return true
		}
	}
}

func TestFilesStaySmall(t *testing.T) {
	eachGoFile(t, func(name string, data []byte) {
		if n := bytes.Count(data, []byte("\n")); n > maxLines {
			t.Errorf("%s has %d lines, more than %d", name, n, maxLines)
		}
	})
}

func TestNoInitOutsideTheAnalyzer(t *testing.T) {
	eachPackage(t, func(t *testing.T, dir string, files map[string]*ast.File) {
		for name, f := range files {
			for _, decl := range f.Decls {
				if d, ok := decl.(*ast.FuncDecl); ok && d.Recv == nil && d.Name.Name == "init" && dir != "index/vi" {
					t.Errorf("%s: an init function; only index/vi has one, because Bleve finds analyzers by registration", name)
				}
			}
		}
	})
}

func TestModuleIsTidy(t *testing.T) {
	if testing.Short() {
		t.Skip("short: asks the module graph")
	}
	out, err := exec.Command("go", "mod", "tidy", "-diff").CombinedOutput()
	if err != nil {
		t.Errorf("go mod tidy would change go.mod or go.sum: %v\n%s", err, out)
	}
}

func eachGoFile(t *testing.T, f func(name string, data []byte)) {
	t.Helper()
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && name != ".") {
			return fs.SkipDir
		}
		if filepath.Ext(name) != ".go" {
			return nil
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return fmt.Errorf("read %s: %w", name, err)
		}
		f(filepath.ToSlash(name), data)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// eachPackage parses every package of the repository, one subtest each.
func eachPackage(t *testing.T, f func(t *testing.T, dir string, files map[string]*ast.File)) {
	t.Helper()
	set := token.NewFileSet()
	packages := map[string]map[string]*ast.File{}
	eachGoFile(t, func(name string, data []byte) {
		file, err := parser.ParseFile(set, name, data, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		dir := path.Dir(name)
		if packages[dir] == nil {
			packages[dir] = map[string]*ast.File{}
		}
		packages[dir][name] = file
	})
	for dir, files := range packages {
		t.Run(dir, func(t *testing.T) { f(t, dir, files) })
	}
}

// Command alignfit fits the weights of align's score to the references of the project's chains, and measures what
// weights fitted the same way do on a chain that they were not fitted to.
//
//	go run ./internal/alignfit                # leave one chain out, and print
//	go run ./internal/alignfit -write         # also fit to all, and write align/weights.json
//	go run ./internal/alignfit -without month # without some features, parted by commas
//
// A row is a pair of a passage and a task that have words in common; it is right where the reference lists it, and left
// out where the reference lets it be.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/soichi/soichi/align"
)

func main() {
	gold := flag.String("gold", "testdata/gold", "folder of the chains' references")
	without := flag.String("without", "", "features to leave out")
	ridge := flag.Float64("ridge", 10, "how much large weights are punished")
	list := flag.Bool("list", false, "print what is judged otherwise than the reference")
	save := flag.Bool("write", false, "write the weights that are fitted to all")
	flag.Parse()
	if err := run(context.Background(), os.Stdout, *gold, strings.Split(*without, ","), *ridge, *list, *save); err != nil {
		fmt.Fprintln(os.Stderr, "alignfit:", err)
		os.Exit(1)
	}
}

// weightsFile is where align has its weights from.
const weightsFile = "align/weights.json"

func run(ctx context.Context, out io.Writer, gold string, without []string, ridge float64, list, save bool) error {
	groups, err := collect(ctx, gold)
	if err != nil {
		return err
	}
	f := fitter{ridge: ridge, use: usable(without)}
	report(out, "left out", f.crossed(groups), list)
	model := f.fit(groups)
	for i := range groups {
		groups[i].score(&model)
	}
	report(out, "fitted to all", groups, false)
	if !save {
		return nil
	}
	data, err := json.MarshalIndent(model, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(weightsFile, append(data, '\n'), 0o644)
}

// usable tells which features are fitted.
func usable(without []string) (use [len(align.Features)]bool) {
	for i, name := range align.Features {
		use[i] = true
		for _, w := range without {
			use[i] = use[i] && w != name
		}
	}
	return use
}

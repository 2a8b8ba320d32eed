// Command soichi reads the directives, plans and reports of an office, and answers what they say, which plan carries out
// which directive, and which tasks are covered. Its commands are one file each; main maps errors to exit codes.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/extract/child"
	"github.com/soichi/soichi/store"
)

// The exit codes, which scripts rely on.
const (
	exitOK    = 0
	exitFail  = 1 // some of the work failed; each failure was named
	exitUsage = 2
)

// errNamed ends a command with exitFail after the failures have been named one by one.
var errNamed = errors.New("some of the work failed")

// usageError is wrong usage: exitUsage, and a pointer to the help.
type usageError struct{ err error }

func (e usageError) Error() string { return e.err.Error() }
func (e usageError) Unwrap() error { return e.err }

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run is main without the process: tests call it.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	readers := &child.Pool{Command: readerCommand}
	defer readers.Close()
	root := newRoot(&console{out: stdout, err: stderr, readers: readers})
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	var usage usageError
	var filter *catalog.FilterError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errNamed):
		return exitFail
	case errors.As(err, &usage), errors.As(err, &filter):
		fmt.Fprintf(stderr, "soichi: %v\nsee: soichi help\n", err)
		return exitUsage
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(stderr, "soichi: stopped; what was acknowledged is kept, the same command goes on from there")
		return exitFail
	}
	if cause := store.Cause(err); cause != nil && !errors.Is(err, cause) {
		err = fmt.Errorf("%w: %w", cause, err)
	}
	if said := inVietnamese(err); said != "" {
		fmt.Fprintf(stderr, "soichi: %s\n", said)
	}
	fmt.Fprintf(stderr, "soichi: %v\n", err)
	for _, hint := range hints(err) {
		fmt.Fprintf(stderr, "  %s\n", hint)
	}
	return exitFail
}

// newRoot makes the command tree.
func newRoot(c *console) *cobra.Command {
	root := &cobra.Command{
		Use:   "soichi",
		Short: "Sợi chỉ: theo dõi chỉ thị, kế hoạch, báo cáo từ nhiệm vụ đến kết quả",
		Long: `Soichi đọc chỉ thị, quyết định, kế hoạch và báo cáo; tách các trường, nhiệm vụ và viện dẫn;
tìm kiếm toàn văn; lần theo chuỗi văn bản; và đối chiếu nhiệm vụ với kết quả.

Soichi reads directives, plans and reports, and answers what they say, which plan
carries out which directive, and which tasks are covered, by whom, with what evidence.`,
		SilenceUsage: true, SilenceErrors: true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{fmt.Errorf("unknown command %q", args[0])}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetHelpCommand(newHelp(root))
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.PersistentFlags().StringVar(&c.dir, "library", "", "thư mục kho (library folder; default $SOICHI_LIBRARY, else the user's data folder)")
	root.PersistentFlags().BoolVar(&c.json, "json", false, "in JSON ra stdout (machine output)")
	root.PersistentFlags().StringVar(&c.units, "units", "", "tệp TSV các đơn vị bổ sung (a table of further bodies)")
	for _, add := range []func(*console) *cobra.Command{
		newDemo, newExtract, newIngest, newSearch, newSaved, newShow, newTrace, newCoverage, newDuties, newChanges, newMissing, newConfirm, newReject, newUnlink, newCorrect, newCorrections, newServe,
		newReindex, newVerify, newDoctor, newBackup, newRestore, newEval, newVersion, newReader,
	} {
		root.AddCommand(add(c))
	}
	return root
}

// newHelp makes `soichi help`. That of cobra ends well for a command that there is not.
func newHelp(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Trợ giúp về một lệnh (help about a command)",
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return usageError{fmt.Errorf("help: unknown command %q", strings.Join(args, " "))}
			}
			cmd.InitDefaultHelpFlag()
			return cmd.Help()
		},
	}
}

// arguments wraps a check of cobra's so that a wrong number of arguments is wrong usage.
func arguments(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return usageError{fmt.Errorf("%s: %w", cmd.Name(), err)}
		}
		return nil
	}
}

package main

import (
	"os"
	"os/exec"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/soichi/soichi/extract"
	"github.com/soichi/soichi/extract/archive"
	"github.com/soichi/soichi/extract/child"
)

// newReader makes the command that this program runs as its own child: it reads files for the process that started it.
func newReader(c *console) *cobra.Command {
	return &cobra.Command{
		Use:    "reader",
		Short:  "Đọc tệp cho tiến trình mẹ (reads files for the process that starts it)",
		Hidden: true,
		Args:   arguments(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			signal.Ignore(os.Interrupt, syscall.SIGTERM) // a terminal sends them to both; the parent decides
			return child.Serve(cmd.Context(), cmd.InOrStdin(), c.out, extract.Readers(), archive.Expander{}, child.DefaultMemory)
		},
	}
}

// readerCommand starts this program as a reader. Its first argument is the program's name, whatever the file is called.
func readerCommand() *exec.Cmd {
	path, err := os.Executable()
	if err != nil {
		path = os.Args[0]
	}
	cmd := exec.Command(path, "reader") //nolint:noctx // it outlives one command's context; child.Pool ends it
	cmd.Args[0] = "soichi"
	return cmd
}

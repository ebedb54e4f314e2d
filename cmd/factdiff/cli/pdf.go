package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff/nlp/source"
	"github.com/factdiff/factdiff/nlp/source/pdf"
)

// A PDF is read by a child: this program again, with the file on its standard
// input and the text as JSON on its standard output. Whatever a hostile file
// makes of it, the child has limits and the parent tells what happened.

// Limits of the child. Large PDFs of news take half a second and 60 MB.
const (
	pdfTime   = 4 * time.Second
	pdfMemory = 192 << 20 // bytes
	pdfOutput = 8 << 20   // bytes of JSON
)

// readPDFName is the hidden command that the child runs.
const readPDFName = "read-pdf"

// pdfAnswer is what the child writes.
type pdfAnswer struct {
	Document *pdf.Document `json:"document,omitempty"`
	Problem  string        `json:"problem,omitempty"`
}

// Problems of the child itself.
var (
	errPDFTime   = fmt.Errorf("is a PDF that took longer than %v to read", pdfTime)
	errPDFMemory = fmt.Errorf("is a PDF that cannot be read within %d MB", pdfMemory>>20)
)

// pdfProblems are the errors that travel by their words.
var pdfProblems = []error{pdf.ErrEncrypted, pdf.ErrNoText, pdf.ErrPages, pdf.ErrDamaged, pdf.ErrTooLarge, errPDFMemory}

// readPDF reads a PDF in a child.
func readPDF(data []byte) (*pdf.Document, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("is a PDF, and this program cannot be started again to read it (%w)", err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), pdfTime)
	defer cancel()
	cmd := exec.CommandContext(ctx, self, readPDFName, strconv.Itoa(len(data)))
	cmd.Args[0] = filepath.Base(os.Args[0])
	cmd.Env = append(os.Environ(), "GOMAXPROCS=1", "GOTRACEBACK=none")
	cmd.Stdin = bytes.NewReader(data)
	cmd.WaitDelay = time.Second
	var out bytes.Buffer
	cmd.Stdout = &limited{w: &out, left: pdfOutput}
	err = cmd.Run()
	if ctx.Err() != nil {
		return nil, errPDFTime
	}
	var answer pdfAnswer
	if json.Unmarshal(out.Bytes(), &answer) != nil || err != nil {
		return nil, errPDFMemory // the child was ended, or gave up
	}
	for _, p := range pdfProblems {
		if p.Error() == answer.Problem {
			return nil, p
		}
	}
	if answer.Document == nil {
		return nil, pdf.ErrDamaged
	}
	return answer.Document, nil
}

// limited writes up to a number of bytes and fails then.
type limited struct {
	w    io.Writer
	left int
}

func (l *limited) Write(p []byte) (int, error) {
	if len(p) > l.left {
		return 0, errors.New("too much output")
	}
	l.left -= len(p)
	return l.w.Write(p)
}

// newReadPDF is the command of the child. It is no part of the interface.
func newReadPDF() *cobra.Command {
	return &cobra.Command{
		Use:    readPDFName,
		Short:  "Read a PDF for another factdiff",
		Hidden: true,
		Args:   cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			size, err := strconv.Atoi(args[0])
			if err != nil || size < 0 || size > source.MaxFile {
				return fmt.Errorf("%s is used by factdiff itself", readPDFName)
			}
			limitMemory(pdfMemory)
			debug.SetMemoryLimit(pdfMemory * 3 / 4)
			data := make([]byte, size)
			if _, err := io.ReadFull(cmd.InOrStdin(), data); err != nil {
				return failure{err}
			}
			var answer pdfAnswer
			if answer.Document, err = pdf.Extract(data); err != nil {
				answer.Problem = err.Error()
			}
			return json.NewEncoder(cmd.OutOrStdout()).Encode(answer)
		},
	}
}

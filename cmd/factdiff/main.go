// Command factdiff compares news reports of one event and shows where they disagree.
package main

import (
	"os"

	"github.com/factdiff/factdiff/cmd/factdiff/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

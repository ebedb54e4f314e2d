// Command factdiff compares news reports of one event and shows where they disagree.
package main

import (
	"os"
	"runtime"
	"runtime/debug"

	"github.com/factdiff/factdiff/cmd/factdiff/cli"
)

func main() {
	delayCollection()
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// delayCollection makes the garbage collector wait for the first time until
// some 40 MB are in use, instead of 4: most comparisons end before, and need no
// collection. From then on it works as ever, so that large inputs take no more
// memory than before.
func delayCollection() {
	if os.Getenv("GOGC") != "" {
		return
	}
	before := debug.SetGCPercent(1000)
	// What nobody holds is cleaned up by the first collection.
	runtime.AddCleanup(new([16]byte), func(percent int) { debug.SetGCPercent(percent) }, before)
}

//go:build !unix

package main

import "os"

// maxRSS is not known here; the scripts that ask for it run on Linux only.
func maxRSS(*os.ProcessState) int64 { return 0 }

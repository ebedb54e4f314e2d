//go:build unix

package main

import (
	"os"
	"syscall"
)

// maxRSS is the peak of a process's resident memory, in the system's unit.
func maxRSS(p *os.ProcessState) int64 { return int64(p.SysUsage().(*syscall.Rusage).Maxrss) }

//go:build !race

package cli

import "syscall"

// limitMemory bounds the memory that this process may ask for; asking for more
// ends it. The limit is on data, not on addresses, of which Go reserves far more
// than it uses.
func limitMemory(bytes uint64) {
	limit := syscall.Rlimit{Cur: bytes, Max: bytes}
	// Where it cannot be set, time still ends what grows without end.
	_ = syscall.Setrlimit(syscall.RLIMIT_DATA, &limit)
}

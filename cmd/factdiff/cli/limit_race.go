//go:build race

package cli

// limitMemory does nothing: the race detector takes many times the memory.
func limitMemory(uint64) {}

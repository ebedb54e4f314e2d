//go:build !race

package source

// slower is how much longer everything takes under the race detector.
const slower = 1

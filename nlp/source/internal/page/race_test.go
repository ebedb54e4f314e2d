//go:build race

package page

// raceDetector: everything takes ten times as long.
const raceDetector = true

//go:build !linux && !race

package cli

import (
	"os"
	"runtime/metrics"
	"time"
)

// limitMemory ends this process when it has taken more memory: other systems
// than Linux do not bound the data of a process.
func limitMemory(bytes uint64) {
	go func() {
		sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}}
		for range time.Tick(time.Millisecond) {
			if metrics.Read(sample); sample[0].Value.Uint64() > bytes {
				os.Exit(exitFailure)
			}
		}
	}()
}

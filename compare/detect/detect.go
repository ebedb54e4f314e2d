// Package detect holds a detector for each kind of difference, a file each.
package detect

import "github.com/factdiff/factdiff/compare"

// All lists the detectors in report order.
var All = []*compare.Detector{}

// Package detect holds a detector for each kind of difference, a file each.
// A detector looks at pairs of claims that alignment brought together, decides
// whether they answer one question, and leaves to the typed values whether the
// answers can both be true.
package detect

import "github.com/factdiff/factdiff/compare"

// All lists the detectors in report order.
var All = []*compare.Detector{
	number,
	date,
	place,
	name,
	list,
	outcome,
	certainty,
	attribution,
	quote,
	role,
	description,
}
